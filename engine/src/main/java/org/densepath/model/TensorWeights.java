package org.densepath.model;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.densepath.checkpoint.WeightFile;
import org.densepath.checkpoint.WeightSource;
import org.densepath.tensor.Tensor;
import org.densepath.tensor.Torch;

/// Tensors that lie as a model's parameters do (its weights, an optimizer's moments), under Hugging Face's names
/// with a prefix: for writing them to files and reading them back.
public final class TensorWeights implements WeightSource {
    private final Torch torch;
    private final Map<String, long[]> shapes = new LinkedHashMap<>();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<Tensor, List<String>> names = new LinkedHashMap<>();

    /// Where a weight's values lie: within a tensor, from `at` on.
    private record Place(Tensor tensor, int at, int size) {}

    private TensorWeights(LanguageModel model) {
        this.torch = model.torch();
    }

    private TensorWeights with(WeightLayout layout, List<Tensor> tensors, String prefix) {
        for (int i = 0; i < tensors.size(); i++) {
            WeightLayout.Parameter parameter = layout.parameters().get(i);
            int at = 0;
            for (WeightLayout.Part part : parameter.parts()) {
                long[] shape =
                        parameter.isMatrix() ? new long[] {part.rows(), parameter.columns()} : new long[] {part.rows()};
                int size = Math.toIntExact(part.rows() * Math.max(1, parameter.columns()));
                String name = prefix + part.name();
                shapes.put(name, shape);
                places.put(name, new Place(tensors.get(i), at, size));
                names.computeIfAbsent(tensors.get(i), _ -> new ArrayList<>()).add(name);
                at += size;
            }
        }
        return this;
    }

    public static TensorWeights of(LanguageModel model) {
        return new TensorWeights(model).with(model.layout(), model.weights(), "");
    }

    /// AdamW's moments as `first.<name>` and `second.<name>`.
    public static TensorWeights of(LanguageModel model, AdamW optimizer) {
        return new TensorWeights(model)
                .with(model.layout(), optimizer.firstMoments(), "first.")
                .with(model.layout(), optimizer.secondMoments(), "second.");
    }

    /// Overwrites the tensors with a file's values.
    public void readFrom(WeightFile file) {
        names.forEach((tensor, parts) ->
                HostValues.change(torch, tensor, values -> parts.forEach(name -> file.read(name, values))));
    }

    @Override
    public Map<String, long[]> shapes() {
        return shapes;
    }

    /// The weight's values; of a tensor on a GPU a copy of what they are now.
    @Override
    public FloatBuffer values(String name) {
        Place place = places.get(name);
        return HostValues.of(torch, place.tensor()).slice(place.at(), place.size());
    }
}
