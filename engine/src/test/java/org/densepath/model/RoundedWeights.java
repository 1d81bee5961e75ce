package org.densepath.model;

import java.nio.FloatBuffer;
import java.util.Map;
import org.densepath.checkpoint.GgufEncoding;
import org.densepath.checkpoint.WeightFile;
import org.densepath.checkpoint.WeightSource;

/// Weights whose matrices are rounded as GGUF's types round them, written down a second time.
record RoundedWeights(WeightSource exact, GgufEncoding encoding) implements WeightSource {
    static WeightSource of(WeightFile weights, GgufEncoding encoding) {
        return new RoundedWeights(WeightSource.of(weights), encoding);
    }

    @Override
    public Map<String, long[]> shapes() {
        return exact.shapes();
    }

    @Override
    public FloatBuffer values(String name) {
        FloatBuffer given = exact.values(name);
        float[] values = new float[given.remaining()];
        given.get(values);
        long[] shape = shapes().get(name);
        if (shape.length == 2 && encoding == GgufEncoding.F16) {
            for (int i = 0; i < values.length; i++) {
                values[i] = Float.float16ToFloat(Float.floatToFloat16(values[i]));
            }
        } else if (shape.length == 2 && shape[1] % 32 == 0) {
            for (int i = 0; i < values.length; i += 32) {
                round(values, i);
            }
        }
        return FloatBuffer.wrap(values);
    }

    private static void round(float[] values, int from) {
        float largest = 0;
        for (int i = from; i < from + 32; i++) {
            largest = Math.max(largest, Math.abs(values[i]));
        }
        float scale = largest / 127;
        float kept = Float.float16ToFloat(Float.floatToFloat16(scale));
        // in single precision as ggml does, which decides where a value lies halfway between two steps
        float inverse = 1 / scale;
        for (int i = from; i < from + 32; i++) {
            float steps = values[i] * inverse;
            values[i] = largest == 0 ? 0 : (int) (steps + Math.copySign(0.5f, steps)) * kept;
        }
    }
}
