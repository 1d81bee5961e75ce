package org.densepath.app.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.densepath.run.TraceRow;

/// A token among all response tokens of its step.
///
/// @param response its response's place in the step; −1 where the step is not known
record StepCredit(TokenPlace place, Objective objective, int response, Credit credit) {
    static StepCredit of(TokenPlace place, Objective objective, Credit credit) {
        int response = credit.isWhole() ? place.step().indexOf(place.row()) : -1;
        return new StepCredit(place, objective, response, credit);
    }

    boolean isKnown() {
        return response >= 0;
    }

    /// A value of this token.
    double here(List<float[]> values) {
        return values.get(response)[place.token()];
    }

    /// G_t of the other responses to the same prompt, 0 for those that have ended.
    List<Double> others(int token) {
        List<Double> others = new ArrayList<>();
        for (int i = 0; i < place.step().size(); i++) {
            TraceRow row = place.step().get(i);
            if (i != response && row.promptIndex() == place.row().promptIndex()) {
                float[] g = row.values().returnToGo();
                others.add(token < g.length ? (double) g[token] : 0.0);
            }
        }
        return others;
    }

    /// |A_t| / Σ|A| over the step's response tokens.
    Optional<Equation> share() {
        double sum = 0;
        int tokens = 0;
        for (TraceRow row : place.step()) {
            for (float a : row.values().advantage()) {
                sum += Math.abs(a);
                tokens++;
            }
        }
        if (!isKnown() || sum == 0) {
            return Optional.empty();
        }
        double mine = Math.abs(place.of(place.row().values().advantage()));
        double share = mine / sum;
        Digits digits = Digits.fitting(x -> x[0] / x[1], share, mine, sum);
        int index = place.token() + 1;
        Notation formula = new Notation(
                "|A" + Notation.at("", "", index).plain() + "| / Σ|A|", "|A_{" + index + "}| / \\textstyle\\sum |A|");
        Notation numbers = digits.number(mine).then(" / ").then(digits.number(sum));
        String note = "%.2f %% of the step's weight; an even share of its %,d tokens is %.2f %%."
                .formatted(100 * share, tokens, 100.0 / tokens);
        Equation equation = new Equation(
                "Share of the gradient",
                new Notation("share", "\\mathrm{share}"),
                formula,
                numbers,
                share,
                digits,
                note);
        return Optional.of(equation.unsigned());
    }

    /// This and other objectives at this token.
    List<ArmWeight> arms() {
        float[] advantage = place.row().values().advantage();
        if (advantage.length == 0) {
            return List.of();
        }
        List<ArmWeight> arms = new ArrayList<>();
        arms.add(arm("This run", "The run's own objective: the advantage A.", place.of(advantage)));
        if (isKnown()) {
            arms.add(arm(
                    "No baseline",
                    "The return alone: each token of a good response is raised, each of a bad one lowered.",
                    here(credit.withoutBaseline())));
            arms.add(arm(
                    "Sparse",
                    "The same total reward, given at the last token only: all tokens of a response share it.",
                    here(credit.sparse())));
        }
        arms.add(arm("Continued SFT", "Were this response a demonstration: SFT raises each of its tokens alike.", 1));
        return arms;
    }

    private ArmWeight arm(String name, String meaning, double weight) {
        double stay = 1 - Math.exp(place.of(place.row().values().logpPolicy()));
        return new ArmWeight(name, meaning, weight, weight * stay);
    }
}
