package org.densepath.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.densepath.checkpoint.AdapterConfig;
import org.densepath.checkpoint.ModelFiles;
import org.densepath.checkpoint.SnapshotWriter;
import org.densepath.checkpoint.StoredType;
import org.densepath.checkpoint.WeightSource;
import org.densepath.tensor.Torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is written opens in Transformers and PEFT without a weight missing or left over, and scores the same
/// there: trained snapshots of every family, exports in half types and several files, adapters. See [PythonPeer].
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

    private static final String PEFT_SCRIPT = """
        import json, sys, torch
        from peft import PeftModel
        from transformers import AutoModelForCausalLM
        for base, ids, folder in json.load(open(sys.argv[1])):
            model = PeftModel.from_pretrained(AutoModelForCausalLM.from_pretrained(base, dtype=torch.float32), folder)
            wrong = list(model.load_adapter(folder, "again").unexpected_keys)
            model.set_adapter("again")
            with torch.no_grad():
                logp = model(input_ids=torch.tensor([ids])).logits[0].log_softmax(-1)
            print(json.dumps({"folder": folder, "wrong": wrong, "logp": [logp[i, y].item() for i, y in enumerate(ids[1:])]}))
        """;

    @TempDir
    Path parent;

    private final List<float[]> ours = new ArrayList<>();
    private final List<Object> asked = new ArrayList<>();

    @Test
    void snapshotsOfEveryFamilyScoreTheSameInTransformers() throws Exception {
        try (Torch torch = Torch.cpu(1)) {
            for (String name : Golden.models()) {
                Path snapshot = parent.resolve(name);
                ours.add(writeTrained(torch, name, snapshot));
                asked.add(List.of(snapshot.toString(), Golden.row(name).ids()));
            }
        }
        assertSameScores(SCRIPT);
    }

    @Test
    void exportsInHalfTypesAndSeveralFilesScoreTheSameInTransformers() throws Exception {
        try (Torch torch = Torch.cpu(1)) {
            for (StoredType type : List.of(StoredType.F16, StoredType.BF16)) {
                for (String name : List.of("llama-tied", "qwen2", "gemma3")) {
                    Path export = parent.resolve(name + "-" + type);
                    try (ModelFiles files = ModelFiles.open(Golden.path("models/" + name))) {
                        SnapshotWriter.write(export, files, WeightSource.of(files.weights()), type, 40_000);
                    }
                    assertTrue(Files.exists(export.resolve("model.safetensors.index.json")), export.toString());
                    try (LanguageModel model = Golden.model(torch, export)) {
                        ours.add(Golden.scores(model, name));
                    }
                    asked.add(List.of(export.toString(), Golden.row(name).ids()));
                }
            }
        }
        assertSameScores(SCRIPT);
    }

    @Test
    void adaptersScoreTheSameInPeft() throws Exception {
        try (Torch torch = Torch.cpu(1)) {
            for (String name : List.of("llama-tied", "qwen2", "mistral", "gemma3")) {
                for (boolean rankStabilised : new boolean[] {false, true}) {
                    String base = Golden.path("models/" + name).toString();
                    Path adapter = Files.createDirectories(parent.resolve(name + "-" + rankStabilised));
                    ours.add(writeAdapter(torch, name, rankStabilised, adapter));
                    asked.add(List.of(base, Golden.row(name).ids(), adapter.toString()));
                }
            }
        }
        assertSameScores(PEFT_SCRIPT);
    }

    private void assertSameScores(String script) throws Exception {
        List<JsonNode> theirs = PythonPeer.answers(parent, script, asked);
        assertEquals(ours.size(), theirs.size());
        for (int i = 0; i < theirs.size(); i++) {
            String folder = theirs.get(i).get("folder").asText();
            assertEquals("[]", theirs.get(i).get("wrong").toString(), folder);
            for (int t = 0; t < ours.get(i).length; t++) {
                assertEquals(theirs.get(i).get("logp").get(t).asDouble(), ours.get(i)[t], 1e-4, folder);
            }
        }
    }

    private static float[] writeAdapter(Torch torch, String name, boolean rankStabilised, Path folder) {
        String base = Golden.path("models/" + name).toString();
        AdapterConfig config = new AdapterConfig(4, 8, 0, rankStabilised, List.of(AdapterConfig.ALL_LINEAR), base);
        try (LanguageModel whole = Golden.model(torch, name);
                LanguageModel model = AdapterGradientTest.disturbed(whole, config)) {
            config.write(folder, TensorWeights.of(model));
            return Golden.scores(model, name);
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
