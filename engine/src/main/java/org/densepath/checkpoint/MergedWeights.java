package org.densepath.checkpoint;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;
import org.densepath.BadInputException;

/// A model's weights with a LoRA adapter's products added, W + scale · B A, each computed when it is read.
final class MergedWeights implements WeightFile {
    /// What PEFT puts before a base model's own names.
    private static final String PREFIX = "base_model.model.";
    private static final String A = ".lora_A.weight";
    private static final String B = ".lora_B.weight";

    private final WeightFile base;
    private final WeightFile adapter;
    private final double scale;

    /// Throws [BadInputException] when a weight of the adapter has no place in the model, or another shape. The
    /// base belongs to the caller.
    MergedWeights(String name, WeightFile base, WeightFile adapter, AdapterConfig config) {
        this.base = base;
        this.adapter = adapter;
        this.scale = config.scale();
        for (String weight : adapter.weights().keySet()) {
            check(name, weight, config.rank());
        }
    }

    private void check(String name, String weight, int rank) {
        boolean isA = weight.endsWith(A);
        if (!weight.startsWith(PREFIX) || !isA && !weight.endsWith(B)) {
            throw new BadInputException(name + ": the adapter's weight '" + weight
                    + "' is no lora_A or lora_B of a layer: merge the adapter in PEFT and name the merged model.");
        }
        String module = weight.substring(PREFIX.length(), weight.length() - A.length());
        WeightInfo there = base.weights().get(module + ".weight");
        boolean whole = adapter.weights().containsKey(PREFIX + module + A)
                && adapter.weights().containsKey(PREFIX + module + B);
        if (there == null || !whole) {
            throw new BadInputException(name + ": the adapter's weight '" + weight + "' has no "
                    + (whole ? "matrix in the base model" : "other half")
                    + ": name the base model that the adapter was made for.");
        }
        long[] expected = isA ? new long[] {rank, there.shape()[1]} : new long[] {there.shape()[0], rank};
        long[] found = adapter.weights().get(weight).shape();
        if (!Arrays.equals(expected, found)) {
            throw new BadInputException(name + ": the adapter's weight '" + weight + "' has the shape "
                    + Arrays.toString(found) + ", but its base model asks for " + Arrays.toString(expected)
                    + ": name the base model that the adapter was made for.");
        }
    }

    @Override
    public Map<String, WeightInfo> weights() {
        return base.weights();
    }

    @Override
    public void read(String name, FloatBuffer target) {
        int at = target.position();
        base.read(name, target);
        String module = name.endsWith(".weight") ? name.substring(0, name.length() - ".weight".length()) : name;
        if (adapter.weights().containsKey(PREFIX + module + A)) {
            add(PREFIX + module, target, at, (int) base.weights().get(name).shape()[1]);
        }
    }

    private void add(String module, FloatBuffer target, int at, int columns) {
        float[] a = values(module + A);
        float[] b = values(module + B);
        int rank = a.length / columns;
        float[] row = new float[columns];
        for (int i = 0; i < b.length / rank; i++) {
            target.get(at + i * columns, row);
            for (int k = 0; k < rank; k++) {
                float factor = (float) (scale * b[i * rank + k]);
                for (int j = 0; j < columns; j++) {
                    row[j] += factor * a[k * columns + j];
                }
            }
            target.put(at + i * columns, row);
        }
    }

    private float[] values(String name) {
        FloatBuffer values =
                FloatBuffer.allocate(Math.toIntExact(adapter.weights().get(name).size()));
        adapter.read(name, values);
        return values.array();
    }

    /// Closes the adapter's file.
    @Override
    public void close() {
        adapter.close();
    }
}
