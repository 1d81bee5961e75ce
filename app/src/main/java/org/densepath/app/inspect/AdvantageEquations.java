package org.densepath.app.inspect;

import java.util.List;
import java.util.Optional;
import org.densepath.reward.Baseline;
import org.densepath.run.TokenValues;

/// b_t and A_t from the returns of the step.
final class AdvantageEquations {
    private static final int MOST_SHOWN = 4;
    private static final Notation MINUS = new Notation(" − ", " - ");

    private AdvantageEquations() {}

    static Notation advantage(int token) {
        return Notation.at("A", "A", token + 1);
    }

    private static Notation baseline(int token) {
        return Notation.at("b", "b", token + 1);
    }

    /// What is subtracted; empty where nothing is.
    static Optional<Equation> baseline(TokenPlace place, Objective objective, StepCredit step) {
        if (objective.baseline() == Baseline.NONE || objective.normalised() && !step.isKnown()) {
            return Optional.empty();
        }
        double b = subtracted(place, objective, step);
        Notation left = baseline(place.token());
        List<Double> others = step.isKnown() ? step.others(place.token()) : List.of();
        boolean listed = objective.baseline() == Baseline.LEAVE_ONE_OUT
                && !objective.expected()
                && !others.isEmpty()
                && others.size() <= MOST_SHOWN;
        if (!listed) {
            return Optional.of(Equation.recorded("Baseline", left, b, meaning(objective.baseline())));
        }
        double[] numbers = others.stream().mapToDouble(Double::doubleValue).toArray();
        Digits digits = Digits.fitting(AdvantageEquations::mean, b, numbers);
        Notation sum = Notation.NONE;
        Notation symbols = Notation.NONE;
        for (int i = 0; i < numbers.length; i++) {
            Notation plus = i == 0 ? Notation.NONE : Notation.same(" + ");
            Notation prime = Notation.same("′".repeat(Math.min(i + 1, 3)) + (i > 2 ? "′" : ""));
            Notation other = new Notation("G" + prime.plain(), "G^{(" + (i + 1) + ")}");
            sum = sum.then(plus).then(i == 0 ? digits.number(numbers[i]) : digits.operand(numbers[i]));
            symbols = symbols.then(plus).then(other);
        }
        String by = " / " + numbers.length;
        Notation formula = numbers.length == 1 ? symbols : symbols.inBrackets().then(by);
        Notation values = numbers.length == 1 ? Notation.NONE : sum.inBrackets().then(by);
        return Optional.of(new Equation("Baseline", left, formula, values, b, digits, meaning(objective.baseline())));
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double subtracted(TokenPlace place, Objective objective, StepCredit step) {
        return credited(place, objective)
                - (objective.normalised()
                        ? step.here(step.credit().raw())
                        : place.of(place.row().values().advantage()));
    }

    private static double credited(TokenPlace place, Objective objective) {
        TokenValues values = place.row().values();
        return place.of(values.returnToGo()) - (objective.expected() ? place.of(values.reward()) : 0);
    }

    private static String meaning(Baseline baseline) {
        return switch (baseline) {
            case NONE -> "";
            case BATCH_MEAN -> "The mean return over all response tokens of the step.";
            case BATCH_MEAN_OF_SEQUENCES -> "The mean return of the step's responses.";
            case MEAN_BY_POSITION -> "The mean return at this position over the step's responses.";
            case LEAVE_ONE_OUT ->
                "The mean return at this position of the other samples of this prompt; 0 for one that has ended.";
            case LEAVE_ONE_OUT_OF_SEQUENCES -> "The mean return of the other samples of this prompt.";
        };
    }

    static Equation advantage(TokenPlace place, Objective objective, StepCredit step) {
        double a = place.of(place.row().values().advantage());
        Notation left = advantage(place.token());
        int t = place.token();
        if (objective.normalised() && !step.isKnown()) {
            return Equation.recorded(
                    "Advantage",
                    left,
                    a,
                    "As recorded: the step's other responses, which it depends on, are not here.");
        }
        double credited = credited(place, objective);
        boolean subtracts = objective.baseline() != Baseline.NONE;
        double b = subtracts ? subtracted(place, objective, step) : 0;
        Notation g = RewardEquations.returnToGo(t);
        Notation formula = objective.expected() ? g.then(MINUS).then(RewardEquations.reward(t)) : g;
        formula = subtracts ? formula.then(MINUS).then(baseline(t)) : formula;
        if (objective.normalised()) {
            return normalised(a, left, formula, credited, b, step);
        }
        Digits digits = Digits.fitting(x -> x[0] - x[1], a, credited, b);
        Notation numbers = subtracts ? digits.number(credited).then(MINUS).then(digits.operand(b)) : Notation.NONE;
        return new Equation("Advantage", left, formula, numbers, a, digits, "");
    }

    private static Equation normalised(
            double a, Notation left, Notation formula, double credited, double b, StepCredit step) {
        double sum = 0;
        double squares = 0;
        int n = 0;
        for (float[] response : step.credit().raw()) {
            for (float x : response) {
                sum += x;
                squares += (double) x * x;
                n++;
            }
        }
        double mean = sum / n;
        double deviation = Math.sqrt(Math.max(0, squares / n - mean * mean));
        Digits digits = Digits.fitting(x -> (x[0] - x[1] - x[2]) / x[3], a, credited, b, mean, deviation);
        Notation numbers = digits.number(credited)
                .then(MINUS)
                .then(digits.operand(b))
                .then(MINUS)
                .then(digits.operand(mean))
                .inBrackets()
                .then(" / ")
                .then(digits.number(deviation));
        Notation standard =
                formula.then(new Notation(" − μ", " - \\mu")).inBrackets().then(new Notation(" / σ", " / \\sigma"));
        return new Equation(
                "Advantage", left, standard, numbers, a, digits, "μ and σ are those of the step's advantages.");
    }
}
