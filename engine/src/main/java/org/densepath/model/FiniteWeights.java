package org.densepath.model;

import java.util.Optional;
import java.util.stream.Collectors;
import org.densepath.BadInputException;
import org.densepath.tensor.Scope;
import org.densepath.tensor.Tensor;

/// Whether a model's weights are numbers that can be computed with.
final class FiniteWeights {
    private FiniteWeights() {}

    /// Throws [BadInputException] where one is NaN or infinite.
    static void require(LanguageModel model) {
        firstOther(model).ifPresent(parameter -> {
            throw new BadInputException(model.name() + ": the weights "
                    + parameter.parts().stream().map(WeightLayout.Part::name).collect(Collectors.joining(", "))
                    + " hold NaN or infinite values; load another checkpoint.");
        });
    }

    /// The first parameter that holds NaN or infinite values.
    static Optional<WeightLayout.Parameter> firstOther(LanguageModel model) {
        try (Scope s = model.torch().scope()) {
            for (int i = 0; i < model.layout().parameters().size(); i++) {
                Tensor[] one = {model.weight(i)};
                if (model.torch().kernels().one(s, "all_finite", (Object) one).toFloat() == 0) {
                    return Optional.of(model.layout().parameters().get(i));
                }
            }
        }
        return Optional.empty();
    }
}
