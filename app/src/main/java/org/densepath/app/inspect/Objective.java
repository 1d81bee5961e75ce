package org.densepath.app.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.densepath.reward.Baseline;

/// What a run's update makes of a token, as its `experiment.json` says; what it does not say has its usual value.
///
/// @param definition of the reward: `baseline-relative`, `log-likelihood`, …
/// @param scale of the reward
/// @param processed why r̂ is not the definition alone: `clipped`, `standardised`; empty when it is
/// @param gamma the discount
/// @param expected whether the reward at hand enters by its expectation, so that the token is credited with what
/// follows it
/// @param normalised whether the batch's advantages are brought to mean 0 and deviation 1
/// @param klForm `none`, `k1`, `k3`, `exact`
/// @param klCoefficient β of KL(π_θ ‖ π_SFT) in the loss
/// @param klInReward β of k1 as a penalty in the reward
/// @param klReference β of KL(π_θ ‖ π_ref) in the loss
public record Objective(
        String definition,
        double scale,
        Optional<String> processed,
        double gamma,
        Baseline baseline,
        boolean expected,
        boolean normalised,
        String klForm,
        double klCoefficient,
        double klInReward,
        double klReference) {
    /// The method as published, with the baseline that the presets take.
    public static final Objective USUAL = new Objective(
            "baseline-relative", 1, Optional.empty(), 1, Baseline.LEAVE_ONE_OUT, false, false, "exact", 0, 0, 0);

    /// Of the run in a folder. Nothing fails: what cannot be read has its usual value.
    public static Objective of(Path run) {
        try {
            return of(new ObjectMapper().readTree(Files.readString(run.resolve("experiment.json"))));
        } catch (IOException e) {
            return USUAL;
        }
    }

    static Objective of(JsonNode experiment) {
        JsonNode reward = experiment.path("reward");
        JsonNode dpr = experiment.path("dpr");
        return new Objective(
                reward.path("definition").asText(USUAL.definition),
                reward.path("scale").asDouble(1),
                processed(reward),
                dpr.path("gamma").asDouble(1),
                baseline(dpr.path("baseline").asText("")),
                dpr.path("estimator").asText("").equals("expected"),
                dpr.path("normaliseAdvantages").asBoolean(),
                dpr.path("klForm").asText(USUAL.klForm),
                dpr.path("klCoefficient").asDouble(0),
                dpr.path("klInReward").asDouble(0),
                dpr.path("klReferenceCoefficient").asDouble(0));
    }

    private static Optional<String> processed(JsonNode reward) {
        if (reward.path("maskAboveEntropy").isNumber()) {
            return Optional.of("masked where both models are uncertain");
        }
        if (reward.path("clip").isNumber()) {
            return Optional.of("clipped");
        }
        String standardise = reward.path("standardise").asText("off");
        return standardise.equals("off") ? Optional.empty() : Optional.of("standardised");
    }

    private static Baseline baseline(String name) {
        try {
            return Baseline.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return USUAL.baseline;
        }
    }
}
