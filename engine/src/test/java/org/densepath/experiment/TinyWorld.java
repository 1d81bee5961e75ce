package org.densepath.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.densepath.checkpoint.SafetensorsWriter;
import org.densepath.checkpoint.StoredType;
import org.densepath.checkpoint.WeightSource;
import org.densepath.sample.model.BpeTrainer;
import org.densepath.sample.model.BpeVocabulary;
import org.densepath.sample.model.InitialWeights;
import org.densepath.sample.model.LlamaShape;
import org.densepath.sample.model.SampleModelFiles;
import org.densepath.sample.task.SampleDataFiles;
import org.densepath.sample.task.TaskSplits;

/// An untrained model of two small layers with a tokenizer, and a few tasks: enough to run a whole experiment in
/// seconds.
public record TinyWorld(Path folder) {
    public static TinyWorld in(Path folder) throws IOException {
        TaskSplits splits = TaskSplits.of(7, 12, 12, 60);
        BpeVocabulary vocabulary = BpeTrainer.train(
                splits.pool().stream().flatMap(t -> List.of(" " + t.prompt(), " " + t.answer()).stream()), 320);
        LlamaShape shape = new LlamaShape(vocabulary.size(), 32, 2, 4, 2, 48);
        Path model = folder.resolve("model");
        SampleModelFiles.write(model, vocabulary, shape);
        Map<String, long[]> shapes = new LinkedHashMap<>();
        Map<String, float[]> values = new LinkedHashMap<>();
        InitialWeights.of(shape, 3).forEach((name, weight) -> {
            shapes.put(name, weight.shape());
            values.put(name, weight.values());
        });
        SafetensorsWriter.write(model.resolve("model.safetensors"), WeightSource.of(shapes, values), StoredType.F32);
        SampleDataFiles.write(folder, splits, 48);
        return new TinyWorld(folder);
    }

    /// An experiment of 6 SFT and 6 DPR steps on this world, with further settings.
    public Path experiment(String... settings) throws IOException {
        ExperimentFile file = new ExperimentFile()
                .set("name=tiny")
                .set("device=cpu")
                .set("threads=1")
                .set("model.path=" + folder.resolve("model"))
                .set("data.demonstrations=" + folder.resolve("demonstrations.jsonl"))
                .set("data.prompts=" + folder.resolve("demonstrations-tasks.jsonl"))
                .set("data.validation=" + folder.resolve("validation.jsonl"))
                .set("data.heldOut=" + folder.resolve("test.jsonl"))
                .set("data.maxTokens=128")
                .set("sft.batchSize=8")
                .set("sft.learningRate=1e-3")
                .set("sft.emaDecay=0.9")
                .set("sft.checkpointEvery=2")
                .set("dpr.steps=6")
                .set("dpr.prompts=4")
                .set("dpr.samples=2")
                .set("dpr.maxNewTokens=8")
                .set("dpr.learningRate=1e-3")
                .set("dpr.checkpointEvery=2")
                .set("dpr.heldOutEvery=3")
                .set("evaluation.maxNewTokens=8")
                .set("evaluation.bootstrap=50");
        for (String setting : settings) {
            file.set(setting);
        }
        Path path = Files.createTempFile(folder, "experiment", ".json");
        Files.writeString(path, ExperimentFile.text(file.read()));
        return path;
    }
}
