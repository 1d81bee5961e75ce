package org.densepath.app.inspect;

import org.densepath.run.TokenValues;

/// r̂_t from the models' log-probabilities, and G_t from the rewards.
final class RewardEquations {
    private static final Notation SFT = new Notation("log π_SFT", "\\log \\pi_{\\mathrm{SFT}}");
    private static final Notation REF = new Notation("log π_ref", "\\log \\pi_{\\mathrm{ref}}");
    private static final Notation POLICY = new Notation("log π_θ", "\\log \\pi_\\theta");
    private static final Notation PENALTY = new Notation("β_r", "\\beta_r");
    private static final Notation TIMES = new Notation(" · ", " \\cdot ");
    private static final Notation MINUS = new Notation(" − ", " - ");

    private RewardEquations() {}

    static Notation reward(int token) {
        return Notation.at("r̂", "\\hat r", token + 1);
    }

    static Notation returnToGo(int token) {
        return Notation.at("G", "G", token + 1);
    }

    static Equation reward(TokenPlace place, Objective objective) {
        TokenValues values = place.row().values();
        double r = place.of(values.reward());
        double sft = place.of(values.logpSft());
        boolean likelihood = objective.definition().equals("log-likelihood");
        double reference = likelihood ? 0 : place.of(values.logpRef());
        double penalty = objective.klInReward();
        double policy = penalty == 0 ? 0 : place.of(values.logpPolicy());
        double scale = objective.scale();
        double parts = scale * (sft - reference) - penalty * (policy - sft);
        Notation left = reward(place.token());
        if (!(Math.abs(parts - r) <= 1e-4 * (1 + Math.abs(r)))) {
            return Equation.recorded("Reward", left, r, reason(objective));
        }
        Digits digits = Digits.fitting(
                x -> x[3] * (x[0] - x[1]) - x[4] * (x[2] - x[0]), r, sft, reference, policy, scale, penalty);
        Notation formula = likelihood ? SFT : SFT.then(MINUS).then(REF);
        Notation numbers = likelihood ? digits.number(sft) : difference(digits, sft, reference);
        if (scale != 1) {
            formula = digits.number(scale).then(TIMES).then(formula.inBrackets());
            numbers = digits.number(scale).then(TIMES).then(numbers.inBrackets());
        } else if (likelihood && penalty == 0) {
            numbers = Notation.NONE;
        }
        if (penalty != 0) {
            formula = formula.then(MINUS)
                    .then(PENALTY)
                    .then(POLICY.then(MINUS).then(SFT).inBrackets());
            numbers = numbers.then(MINUS)
                    .then(digits.number(penalty))
                    .then(TIMES)
                    .then(difference(digits, policy, sft).inBrackets());
        }
        return new Equation("Reward", left, formula, numbers, r, digits, "");
    }

    private static Notation difference(Digits digits, double a, double b) {
        return digits.number(a).then(MINUS).then(digits.operand(b));
    }

    private static String reason(Objective objective) {
        if (objective.processed().isPresent()) {
            return "As recorded: in this run the rewards are "
                    + objective.processed().get() + ", so that it is not the difference alone.";
        }
        return switch (objective.definition()) {
            case "endogenous" -> "As recorded: Q − V of π_SFT's logits, which the trace does not keep.";
            case "ensemble-reference" ->
                "As recorded: π_ref is the mean of several snapshots, of which the trace keeps one.";
            default -> "As recorded: the trace does not keep what it is made of.";
        };
    }

    static Equation returnToGo(TokenPlace place, Objective objective) {
        TokenValues values = place.row().values();
        double g = place.of(values.returnToGo());
        double r = place.of(values.reward());
        int t = place.token();
        if (place.isLast()) {
            Digits digits = Digits.fitting(x -> x[0], g, r);
            return new Equation(
                    "Return", returnToGo(t), reward(t), Notation.NONE, g, digits, "It is the response's last token.");
        }
        double next = values.returnToGo()[t + 1];
        double gamma = objective.gamma();
        Digits digits = Digits.fitting(x -> x[0] + x[2] * x[1], g, r, next, gamma);
        boolean discounted = gamma != 1;
        Notation formula = reward(t)
                .then(" + ")
                .then(discounted ? new Notation("γ ", "\\gamma ") : Notation.NONE)
                .then(returnToGo(t + 1));
        Notation numbers = digits.number(r)
                .then(" + ")
                .then(discounted ? digits.number(gamma).then(TIMES) : Notation.NONE)
                .then(digits.operand(next));
        return new Equation("Return", returnToGo(t), formula, numbers, g, digits, "");
    }
}
