package org.densepath.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.densepath.BadInputException;

/// Llama 3's rotary scaling, found again from the factors that GGUF keeps in its place.
///
/// With frequency f and smooth = (original·f/2π − low)/(high − low), the factor is 1 above smooth 1, `factor`
/// below 0, and 1/((1 − smooth)/factor + smooth) between. Only original/(high − low) and low/(high − low) can be
/// told from factors; with low = 1, as every published model has it, the others follow.
final class RopeFactors {
    private static final double LOW = 1;

    private RopeFactors() {}

    /// `rope_scaling` for `config.json`. Throws [BadInputException] when the factors are of another kind.
    static ObjectNode toScaling(String file, float[] factors, double theta) {
        double factor = factors[factors.length - 1];
        double[] smooth = new double[factors.length];
        int first = -1;
        int last = -1;
        for (int i = 0; i < factors.length; i++) {
            smooth[i] = (1 / factors[i] - 1 / factor) / (1 - 1 / factor);
            if (smooth[i] > 1e-5 && smooth[i] < 1 - 1e-5) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        if (first < 0 || first == last || !(factor > 1)) {
            throw other(file);
        }
        double slope = (smooth[first] - smooth[last]) / (turns(first, factors, theta) - turns(last, factors, theta));
        double offset = slope * turns(first, factors, theta) - smooth[first];
        double high = LOW + LOW / offset;
        double original = slope * (high - LOW);
        if (!(offset > 0) || !(original > 0)) {
            throw other(file);
        }
        ObjectNode scaling = JsonFile.JSON.createObjectNode();
        scaling.put("rope_type", "llama3");
        scaling.put("factor", (double) (float) factor);
        scaling.put("low_freq_factor", LOW);
        scaling.put("high_freq_factor", Math.round(high * 1000) / 1000.0);
        scaling.put("original_max_position_embeddings", Math.round(original));
        requireSame(file, factors, theta, scaling);
        return scaling;
    }

    /// The factors of a `rope_scaling` of type `llama3`, for `pairs` pairs.
    static float[] ofScaling(JsonNode scaling, double theta, int pairs) {
        double factor = scaling.path("factor").asDouble();
        double low = scaling.path("low_freq_factor").asDouble();
        double high = scaling.path("high_freq_factor").asDouble();
        double original = scaling.path("original_max_position_embeddings").asDouble();
        float[] factors = new float[pairs];
        for (int i = 0; i < pairs; i++) {
            double turns = Math.pow(theta, -(double) i / pairs) / (2 * Math.PI);
            double smooth = Math.clamp((original * turns - low) / (high - low), 0.0, 1.0);
            factors[i] = (float) (1 / ((1 - smooth) / factor + smooth));
        }
        return factors;
    }

    /// Turns of the i-th pair per position: f/2π.
    private static double turns(int i, float[] factors, double theta) {
        return Math.pow(theta, -(double) i / factors.length) / (2 * Math.PI);
    }

    private static void requireSame(String file, float[] factors, double theta, ObjectNode scaling) {
        double factor = scaling.get("factor").asDouble();
        double high = scaling.get("high_freq_factor").asDouble();
        double original = scaling.get("original_max_position_embeddings").asDouble();
        for (int i = 0; i < factors.length; i++) {
            double smooth = (original * turns(i, factors, theta) - LOW) / (high - LOW);
            double clipped = Math.clamp(smooth, 0.0, 1.0);
            double expected = 1 / ((1 - clipped) / factor + clipped);
            if (!(Math.abs(expected - factors[i]) <= 1e-3 * expected)) {
                throw other(file);
            }
        }
    }

    private static BadInputException other(String file) {
        return new BadInputException(file + " has factors for rotary scaling ('" + GgufFile.ROPE_FACTORS
                + "') that are not of Llama 3's kind: take the model as a Hugging Face folder.");
    }
}
