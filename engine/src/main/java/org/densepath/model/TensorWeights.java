package org.densepath.model;

import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.densepath.checkpoint.WeightFile;
import org.densepath.checkpoint.WeightSource;
import org.densepath.tensor.Tensor;

/// Tensors that lie as a model's parameters do (its weights, an optimizer's moments), under Hugging Face's names
/// with a prefix: for writing them to files and reading them back. On the CPU.
public final class TensorWeights implements WeightSource {
    private final Map<String, long[]> shapes = new LinkedHashMap<>();
    private final Map<String, FloatBuffer> values = new LinkedHashMap<>();

    private TensorWeights(WeightLayout layout, List<Tensor> tensors, String prefix) {
        for (int i = 0; i < tensors.size(); i++) {
            WeightLayout.Parameter parameter = layout.parameters().get(i);
            FloatBuffer memory = tensors.get(i).memory();
            int at = 0;
            for (WeightLayout.Part part : parameter.parts()) {
                long[] shape =
                        parameter.isMatrix() ? new long[] {part.rows(), parameter.columns()} : new long[] {part.rows()};
                int size = Math.toIntExact(part.rows() * Math.max(1, parameter.columns()));
                shapes.put(prefix + part.name(), shape);
                values.put(prefix + part.name(), memory.slice(at, size));
                at += size;
            }
        }
    }

    public static TensorWeights of(LanguageModel model) {
        return new TensorWeights(model.layout(), model.weights(), "");
    }

    /// AdamW's moments as `first.<name>` and `second.<name>`.
    public static TensorWeights of(LanguageModel model, AdamW optimizer) {
        TensorWeights both = new TensorWeights(model.layout(), optimizer.firstMoments(), "first.");
        TensorWeights second = new TensorWeights(model.layout(), optimizer.secondMoments(), "second.");
        both.shapes.putAll(second.shapes);
        both.values.putAll(second.values);
        return both;
    }

    /// Overwrites the tensors with a file's values.
    public void readFrom(WeightFile file) {
        values.forEach((name, memory) -> file.read(name, memory.duplicate()));
    }

    @Override
    public Map<String, long[]> shapes() {
        return shapes;
    }

    @Override
    public FloatBuffer values(String name) {
        return values.get(name).duplicate();
    }
}
