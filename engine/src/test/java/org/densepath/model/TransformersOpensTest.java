package org.densepath.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.densepath.checkpoint.ModelFiles;
import org.densepath.checkpoint.SnapshotWriter;
import org.densepath.checkpoint.StoredType;
import org.densepath.tensor.Torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Trained snapshots of every family open in Transformers without a weight missing or left over, and score the
/// same there. Skipped where `-Ddensepath.peers.python` names no Python that has it.
class TransformersOpensTest {
    private static final String SCRIPT = """
        import json, sys, torch
        from transformers import AutoModelForCausalLM
        for folder, ids in json.load(open(sys.argv[1])):
            model, info = AutoModelForCausalLM.from_pretrained(folder, output_loading_info=True, dtype=torch.float32)
            wrong = [k for k in info if k.endswith("keys") and info[k]]
            with torch.no_grad():
                logp = model(input_ids=torch.tensor([ids])).logits[0].log_softmax(-1)
            print(json.dumps({"folder": folder, "wrong": wrong, "logp": [logp[i, y].item() for i, y in enumerate(ids[1:])]}))
        """;

    @TempDir
    Path parent;

    @Test
    void snapshotsOfEveryFamilyScoreTheSameInTransformers() throws Exception {
        String python = System.getProperty("densepath.peers.python", "");
        assumeTrue(
                !python.isEmpty() && Files.isExecutable(Path.of(python)),
                "skipped: name a Python with transformers by -Ddensepath.peers.python");
        ObjectMapper json = new ObjectMapper();
        List<float[]> ours = new ArrayList<>();
        List<Object> asked = new ArrayList<>();
        try (Torch torch = Torch.cpu(1)) {
            for (String name : Golden.models()) {
                Path snapshot = parent.resolve(name);
                ours.add(writeTrained(torch, name, snapshot));
                asked.add(List.of(snapshot.toString(), Golden.row(name).ids()));
            }
        }
        Path list = parent.resolve("list.json");
        json.writeValue(list.toFile(), asked);
        Path out = parent.resolve("out");
        Process process = new ProcessBuilder(python, "-c", SCRIPT, list.toString())
                .redirectOutput(out.toFile())
                .redirectError(parent.resolve("err").toFile())
                .start();
        assertTrue(process.waitFor(5, TimeUnit.MINUTES), "Transformers took too long");
        assertEquals(0, process.exitValue(), Files.readString(parent.resolve("err")));
        List<String> lines = Files.readAllLines(out);
        assertEquals(ours.size(), lines.size());
        for (int i = 0; i < lines.size(); i++) {
            JsonNode answer = json.readTree(lines.get(i));
            assertEquals(
                    "[]", answer.get("wrong").toString(), answer.get("folder").asText());
            for (int t = 0; t < ours.get(i).length; t++) {
                assertEquals(
                        answer.get("logp").get(t).asDouble(),
                        ours.get(i)[t],
                        1e-4,
                        answer.get("folder").asText());
            }
        }
    }

    /// Three updates of SFT, and the scores after them.
    private static float[] writeTrained(Torch torch, String name, Path snapshot) {
        try (ModelFiles files = ModelFiles.open(Golden.path("models/" + name));
                LanguageModel model = LanguageModel.load(torch, files);
                Gradients gradients = new Gradients(model);
                AdamW optimizer = new AdamW(model, new AdamW.Settings(0.9, 0.999, 1e-8, 0.01))) {
            float[] before = Golden.scores(model, name);
            for (int step = 0; step < 3; step++) {
                gradients.zero();
                new LikelihoodGradient(model, gradients, 100).accumulate(List.of(Golden.row(name)));
                optimizer.step(gradients, 2e-3);
            }
            float[] after = Golden.scores(model, name);
            assertTrue(sum(after) > sum(before) + 1, name + ": training raises the likelihood");
            SnapshotWriter.write(snapshot, files, TensorWeights.of(model), StoredType.F32);
            return after;
        }
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }
}
