package org.densepath.checkpoint;

import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/// Weights to be written, given one at a time, so that a model on a device need not be copied whole.
public interface WeightSource {
    /// All weights in the order they are written: name to shape (rows first).
    Map<String, long[]> shapes();

    /// One weight's values, row-major, from the buffer's position to its limit. The buffer may be used again for
    /// the next weight.
    FloatBuffer values(String name);

    /// Arrays that are in memory; both maps have the same names.
    static WeightSource of(Map<String, long[]> shapes, Map<String, float[]> values) {
        return new WeightSource() {
            @Override
            public Map<String, long[]> shapes() {
                return shapes;
            }

            @Override
            public FloatBuffer values(String name) {
                return FloatBuffer.wrap(values.get(name));
            }
        };
    }

    /// Another file's weights, read when their turn comes: for writing a model again in another type.
    static WeightSource of(WeightFile file) {
        Map<String, long[]> shapes = new LinkedHashMap<>();
        file.weights().forEach((name, info) -> shapes.put(name, info.shape()));
        return new WeightSource() {
            @Override
            public Map<String, long[]> shapes() {
                return shapes;
            }

            @Override
            public FloatBuffer values(String name) {
                FloatBuffer values = FloatBuffer.allocate(
                        Math.toIntExact(file.weights().get(name).size()));
                file.read(name, values);
                return values.flip();
            }
        };
    }
}
