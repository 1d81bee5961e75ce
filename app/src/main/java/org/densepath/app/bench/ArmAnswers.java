package org.densepath.app.bench;

import java.util.List;

/// One model's answers to one prompt, and what judges said of them.
record ArmAnswers(List<KeptAnswer> answers, List<Judgement> judgements) {
    ArmAnswers {
        answers = List.copyOf(answers);
        judgements = List.copyOf(judgements);
    }

    boolean checked() {
        return answers.stream().anyMatch(KeptAnswer::checked);
    }

    /// How good the answers are: the mean check, else the first judge's verdict; NaN where neither is there.
    double value() {
        return checked()
                ? answers.stream()
                        .filter(KeptAnswer::checked)
                        .mapToDouble(KeptAnswer::check)
                        .average()
                        .orElseThrow()
                : judgements.isEmpty() ? Double.NaN : judgements.getFirst().value();
    }

    /// NaN where none was computed.
    double meanReturn() {
        return answers.stream().mapToDouble(KeptAnswer::totalReturn).average().orElse(Double.NaN);
    }

    /// Whether a judge's verdict turns with the order of the two answers.
    boolean turns() {
        return judgements.stream().anyMatch(Judgement::turns);
    }
}
