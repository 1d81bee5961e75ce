package org.densepath.app.bench;

import java.util.List;
import java.util.stream.Collectors;
import org.densepath.bench.judge.verdict.Verdict;

/// What one judge said of the answers to one prompt: its games or ratings.
record Judgement(String judge, List<Verdict> verdicts) {
    Judgement {
        verdicts = List.copyOf(verdicts);
    }

    boolean compares() {
        return verdicts.getFirst().compares();
    }

    /// The mean rating, or the share of the games that went to the model; NaN where nothing was judged.
    double value() {
        return verdicts.stream()
                .filter(Verdict::judged)
                .mapToDouble(Verdict::value)
                .average()
                .orElse(Double.NaN);
    }

    /// Whether another order of the two answers gave another winner, in any turn and repeat.
    boolean turns() {
        return compares()
                && verdicts.stream()
                        .filter(Verdict::judged)
                        .collect(Collectors.groupingBy(v -> List.of(v.turn(), v.repeat())))
                        .values()
                        .stream()
                        .anyMatch(games -> games.stream()
                                        .map(game -> Math.signum(game.value() - 0.5))
                                        .distinct()
                                        .count()
                                > 1);
    }

    /// A game or rating in a sentence.
    static String sentence(Verdict verdict) {
        String turn = verdict.turn() > 1 ? "turn " + verdict.turn() + ": " : "";
        if (!verdict.judged()) {
            return turn + (verdict.reason().isBlank() ? "no verdict" : "no verdict: " + verdict.reason());
        }
        if (!verdict.compares()) {
            return turn + "rating " + JudgeText.value(verdict.value());
        }
        String place = verdict.first().equals(Verdict.MODEL) ? "read first" : "read second";
        String result = verdict.value() > 0.5 ? "wins" : verdict.value() < 0.5 ? "loses" : "ties";
        boolean share = verdict.value() > 0 && verdict.value() < 1 && verdict.value() != 0.5;
        return turn + place + ", it " + result + (share ? " (" + JudgeText.value(verdict.value()) + ")" : "")
                + (verdict.label().isBlank() ? "" : " " + verdict.label());
    }
}
