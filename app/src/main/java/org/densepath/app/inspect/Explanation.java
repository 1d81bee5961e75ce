package org.densepath.app.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.densepath.paint.NumberText;
import org.densepath.run.TokenValues;

/// What the method makes of one token, with its numbers: reward, return, baseline, advantage, share of the
/// gradient, push; and beside it what other objectives would make of it.
///
/// @param equations those whose numbers the trace has, in the order of the method
/// @param verdict what the next update does to the token; empty where it cannot be told
/// @param arms the run's objective first; empty where the trace has no advantages
record Explanation(TokenPlace place, List<Equation> equations, String verdict, List<ArmWeight> arms) {
    private static final String BY_THIS_PLACE = "By this place alone and to first order: all places share the weights.";

    static Explanation of(TokenPlace place, Objective objective) {
        return of(place, objective, new Credit(place.step(), objective));
    }

    /// @param credit of the place's step
    static Explanation of(TokenPlace place, Objective objective, Credit credit) {
        TokenValues values = place.row().values();
        StepCredit step = StepCredit.of(place, objective, credit);
        List<Equation> equations = new ArrayList<>();
        if (values.reward().length > 0) {
            equations.add(RewardEquations.reward(place, objective));
        }
        if (values.returnToGo().length > 0 && values.reward().length > 0) {
            equations.add(RewardEquations.returnToGo(place, objective));
        }
        String verdict = "";
        if (values.advantage().length > 0 && values.returnToGo().length > 0) {
            AdvantageEquations.baseline(place, objective, step).ifPresent(equations::add);
            equations.add(AdvantageEquations.advantage(place, objective, step));
            step.share().ifPresent(equations::add);
            Optional<Equation> push = PushEquation.of(place, objective);
            push.ifPresent(equations::add);
            verdict = push.map(p -> verdict(place, p.value())).orElse("");
        }
        return new Explanation(place, List.copyOf(equations), verdict, step.arms());
    }

    private static String verdict(TokenPlace place, double push) {
        String token = TokenText.quoted(place.text());
        String does = push > 0 ? "makes " + token + " likelier here." : "makes " + token + " less likely here.";
        return (push == 0 ? "The next update leaves " + token + " as it is." : "The next update " + does) + " "
                + BY_THIS_PLACE;
    }

    /// As text, one equation a line.
    String plain() {
        StringBuilder text = new StringBuilder(title()).append('\n');
        for (Equation equation : equations) {
            text.append(equation.plain()).append('\n');
        }
        if (!verdict.isEmpty()) {
            text.append(verdict).append('\n');
        }
        for (ArmWeight arm : arms) {
            text.append(arm.name())
                    .append(": weight ")
                    .append(NumberText.signed(arm.weight()))
                    .append(", push ")
                    .append(NumberText.signed(arm.push()))
                    .append('\n');
        }
        return text.toString();
    }

    /// For a paper: an `align*` and, where there are other objectives, a `tabular`. Needs amsmath.
    String latex() {
        StringBuilder text = new StringBuilder("% ").append(title()).append('\n');
        text.append("\\begin{align*}\n")
                .append(String.join(
                        " \\\\\n", equations.stream().map(e -> "  " + e.latex()).toList()))
                .append("\n\\end{align*}\n");
        if (!arms.isEmpty()) {
            text.append("\\begin{tabular}{lrr}\n  objective & weight & push \\\\\n  \\hline\n");
            for (ArmWeight arm : arms) {
                text.append("  ")
                        .append(arm.name())
                        .append(" & $")
                        .append(latex(arm.weight()))
                        .append("$ & $")
                        .append(latex(arm.push()))
                        .append("$ \\\\\n");
            }
            text.append("\\end{tabular}\n");
        }
        return text.toString();
    }

    private static String latex(double value) {
        return Digits.fitting(_ -> value, value).signed(value).latex();
    }

    private String title() {
        return "Token " + (place.token() + 1) + " " + TokenText.quoted(place.text()) + " of step "
                + place.row().step() + ", prompt " + place.row().promptIndex() + ", sample "
                + (place.row().sample() + 1);
    }
}
