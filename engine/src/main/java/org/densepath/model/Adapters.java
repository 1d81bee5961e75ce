package org.densepath.model;

import java.util.List;
import java.util.SplittableRandom;
import org.densepath.BadInputException;
import org.densepath.checkpoint.AdapterConfig;
import org.densepath.checkpoint.WeightFile;
import org.densepath.tensor.Scope;
import org.densepath.tensor.Tensor;

/// Models that share one frozen base and differ by a small LoRA adapter (arXiv 2106.09685) each: π_θ, π_SFT and
/// π_ref stand in memory together, and none is copied or switched.
public final class Adapters {
    private Adapters() {}

    /// The base model itself under another owner: closing it leaves the base as it is.
    public static LanguageModel none(LanguageModel base) {
        return new LanguageModel(base, null);
    }

    /// A new adapter, which changes nothing yet: B = 0, A uniform in ±1/√in, as PEFT begins. The same seed gives
    /// the same A.
    public static LanguageModel fresh(LanguageModel base, AdapterConfig config, long seed) {
        LanguageModel model = withTargets(base, config);
        SplittableRandom random = new SplittableRandom(seed);
        try (Scope scope = base.torch().scope()) {
            List<WeightLayout.Parameter> parameters = model.layout().parameters();
            for (int i = 0; i < parameters.size(); i += 2) {
                double bound = 1 / Math.sqrt(parameters.get(i).columns());
                float[] a = new float[Math.toIntExact(model.weight(i).size())];
                for (int j = 0; j < a.length; j++) {
                    a[j] = (float) random.nextDouble(-bound, bound);
                }
                Tensor values = scope.floats(a, parameters.get(i).shape());
                base.torch().kernels().one(scope, "copy_into", model.weight(i), values);
            }
        }
        return model;
    }

    /// An adapter as a file has it. Throws [BadInputException] where it does not belong to this base.
    public static LanguageModel read(LanguageModel base, AdapterConfig config, WeightFile weights) {
        LanguageModel model = withTargets(base, config);
        try {
            model.fillFrom(weights);
            return model;
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
    }

    private static LanguageModel withTargets(LanguageModel base, AdapterConfig config) {
        List<String> known = AdapterLayout.targets();
        for (String target : config.targets()) {
            if (!target.equals(AdapterConfig.ALL_LINEAR) && !known.contains(target)) {
                throw new BadInputException("An adapter's target '" + target + "' is not known: choose of "
                        + String.join(", ", known) + ", or " + AdapterConfig.ALL_LINEAR + ".");
            }
        }
        return new LanguageModel(base, config);
    }
}
