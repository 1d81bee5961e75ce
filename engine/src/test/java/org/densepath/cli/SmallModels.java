package org.densepath.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.densepath.checkpoint.SafetensorsWriter;
import org.densepath.checkpoint.StoredType;
import org.densepath.checkpoint.WeightSource;
import org.densepath.model.Golden;
import org.densepath.sample.corpus.SampleVocabulary;
import org.densepath.sample.model.BpeVocabulary;
import org.densepath.sample.model.InitialWeights;
import org.densepath.sample.model.LlamaShape;
import org.densepath.sample.model.SampleModelFiles;
import org.densepath.sample.task.TaskSplits;

/// Model folders for tests of commands.
public final class SmallModels {
    private SmallModels() {}

    /// `llama-tied`, which has no tokenizer.
    static String golden() {
        return Golden.path("models/llama-tied").toString();
    }

    /// `llama-tied` with the weights of a golden file, such as `training/sft_end.safetensors`.
    static Path golden(Path folder, String weights) {
        try {
            Files.createDirectories(folder);
            for (String file : new String[] {"config.json", "generation_config.json"}) {
                Files.copy(Golden.path("models/llama-tied/" + file), folder.resolve(file));
            }
            Files.copy(Golden.path(weights), folder.resolve("model.safetensors"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A model with a tokenizer and a chat template, and weights that know nothing.
    public static Path reading(Path folder, long seed) {
        BpeVocabulary vocabulary = SampleVocabulary.learn(TaskSplits.of(7).heldOutKeys(), 1);
        LlamaShape shape = new LlamaShape(vocabulary.size(), 32, 2, 2, 1, 48);
        Map<String, long[]> shapes = new LinkedHashMap<>();
        Map<String, float[]> values = new LinkedHashMap<>();
        InitialWeights.of(shape, seed).forEach((name, weight) -> {
            shapes.put(name, weight.shape());
            values.put(name, weight.values());
        });
        try {
            SampleModelFiles.write(folder, vocabulary, shape);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SafetensorsWriter.writeModel(folder, WeightSource.of(shapes, values), StoredType.F32, Long.MAX_VALUE);
        return folder;
    }
}
