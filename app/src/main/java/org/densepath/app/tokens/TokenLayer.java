package org.densepath.app.tokens;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.densepath.paint.SpanValue;
import org.densepath.run.TokenValues;
import org.densepath.run.TraceRow;

/// Which of a token's numbers the heatmap shows.
public enum TokenLayer {
    REWARD(
            "Reward r̂",
            "r̂",
            "How much likelier fine-tuning has made this token: log π_SFT − log π_ref, in nats",
            true),
    RETURN("Return to go G", "G", "The sum of the rewards from this token on, in nats", true),
    ADVANTAGE("Advantage A", "A", "The return to go less its baseline: what the update multiplies", true),
    KL("KL to π_SFT", "KL", "How far the policy is from the fine-tuned model at this token, in nats", false),
    ENTROPY("Entropy", "H", "How undecided the policy was at this token, in nats", false),
    LOGP_SFT("log π_SFT", "log π_SFT", "Log-probability under the fine-tuned model, in nats: 0 is certain", false),
    LOGP_REF("log π_ref", "log π_ref", "Log-probability under the reference snapshot, in nats: 0 is certain", false),
    LOGP_POLICY("log π_θ", "log π_θ", "Log-probability under the policy that said it, in nats: 0 is certain", false),
    DRIFT(
            "Drift log π_θ − log π_SFT",
            "drift",
            "How much likelier the training so far has made this token than fine-tuning left it, in nats",
            true),
    WEIGHT(
            "Policy-gradient weight",
            "w",
            "A · (1 − π_θ) / N: how hard this step pushes the token's own logit, N tokens in the step",
            true);

    private final String label;
    private final String symbol;
    private final String meaning;
    private final boolean signed;

    TokenLayer(String label, String symbol, String meaning, boolean signed) {
        this.label = label;
        this.symbol = symbol;
        this.meaning = meaning;
        this.signed = signed;
    }

    public String label() {
        return label;
    }

    /// A short name that stands before a number.
    public String symbol() {
        return symbol;
    }

    public String meaning() {
        return meaning;
    }

    /// Whether its values have a side for each sign, with zero in the middle.
    public boolean signed() {
        return signed;
    }

    /// Whether the values of several tokens may be added up. A return is a sum over all that follows already.
    public boolean additive() {
        return this != RETURN && this != ADVANTAGE;
    }

    /// How the values of tokens that are taken together become one: as `wanted` where that means something.
    public SpanValue gathering(SpanValue wanted) {
        return additive() ? wanted : SpanValue.FIRST;
    }

    /// One value a response token, NaN where none was assigned (masked); empty where the trace has none.
    public float[] of(TraceRow row, StepTrace step) {
        TokenValues values = row.values();
        return switch (this) {
            case REWARD -> step.facts().masks() ? masked(values) : values.reward();
            case RETURN -> values.returnToGo();
            case ADVANTAGE -> values.advantage();
            case KL -> values.kl();
            case ENTROPY -> values.entropy();
            case LOGP_SFT -> values.logpSft();
            case LOGP_REF -> values.logpRef();
            case LOGP_POLICY -> values.logpPolicy();
            case DRIFT -> difference(values.logpPolicy(), values.logpSft());
            case WEIGHT -> weight(values, step.responseTokens());
        };
    }

    /// Those that some response of the step has.
    public static List<TokenLayer> in(StepTrace step) {
        return Stream.of(values())
                .filter(layer ->
                        step.rows().stream().anyMatch(row -> layer.known(row.values()) && row.responseLength() > 0))
                .toList();
    }

    private boolean known(TokenValues values) {
        return switch (this) {
            case REWARD -> values.reward().length > 0;
            case RETURN -> values.returnToGo().length > 0;
            case ADVANTAGE -> values.advantage().length > 0;
            case KL -> values.kl().length > 0;
            case ENTROPY -> values.entropy().length > 0;
            case LOGP_SFT -> values.logpSft().length > 0;
            case LOGP_REF -> values.logpRef().length > 0;
            case LOGP_POLICY -> values.logpPolicy().length > 0;
            case DRIFT -> values.logpPolicy().length > 0 && values.logpSft().length > 0;
            case WEIGHT -> values.logpPolicy().length > 0 && values.advantage().length > 0;
        };
    }

    /// A mask sets r̂ to exactly 0 where the models differ.
    private static float[] masked(TokenValues values) {
        float[] reward = values.reward().clone();
        if (values.logpRef().length == reward.length && values.logpSft().length == reward.length) {
            for (int i = 0; i < reward.length; i++) {
                if (reward[i] == 0 && values.logpSft()[i] != values.logpRef()[i]) {
                    reward[i] = Float.NaN;
                }
            }
        }
        return reward;
    }

    private static float[] difference(float[] a, float[] b) {
        float[] difference = new float[Math.min(a.length, b.length)];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }

    private static float[] weight(TokenValues values, int tokens) {
        if (values.logpPolicy().length == 0) {
            return new float[0];
        }
        float[] weight = Arrays.copyOf(values.advantage(), values.advantage().length);
        for (int i = 0; i < weight.length; i++) {
            weight[i] *= (float) ((1 - Math.exp(values.logpPolicy()[i])) / tokens);
        }
        return weight;
    }
}
