package org.densepath.bench.judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.densepath.bench.judge.verdict.Verdict;

/// The games between one pair of answers, in the order of their prompts. A pair counts only when all its games
/// were judged: one order alone would let the judge's liking for a place into the score.
final class Games {
    private Games() {}

    /// A prompt's games of one repeat.
    private record Pair(String key, int repeat) {}

    private static Map<Pair, List<Verdict>> byPair(List<Verdict> verdicts) {
        return verdicts.stream()
                .collect(Collectors.groupingBy(
                        v -> new Pair(v.key(), v.repeat()), LinkedHashMap::new, Collectors.toList()));
    }

    /// The pairs of which all games were judged.
    static List<List<Verdict>> whole(List<Verdict> verdicts) {
        return byPair(verdicts).values().stream()
                .filter(games -> games.stream().allMatch(Verdict::judged))
                .toList();
    }

    /// The games of [#whole] pairs.
    static List<Verdict> wholeFlat(List<Verdict> verdicts) {
        return whole(verdicts).stream().flatMap(List::stream).toList();
    }

    /// One verdict for each whole pair: what its games agree on, a tie where they do not.
    static List<Verdict> agreed(List<Verdict> verdicts) {
        List<Verdict> agreed = new ArrayList<>();
        for (List<Verdict> games : whole(verdicts)) {
            Verdict one = games.getFirst();
            boolean same = games.stream().allMatch(game -> winner(game) == winner(one));
            agreed.add(valued(one, same ? (winner(one) + 1) / 2.0 : 0.5));
        }
        return agreed;
    }

    /// One verdict for each whole pair: the mean of its games.
    static List<Verdict> averaged(List<Verdict> verdicts) {
        return whole(verdicts).stream()
                .map(games -> valued(
                        games.getFirst(),
                        games.stream().mapToDouble(Verdict::value).average().orElseThrow()))
                .toList();
    }

    /// 1: the model won, −1: the baseline, 0: a tie.
    static int winner(Verdict game) {
        return (int) Math.signum(game.value() - 0.5);
    }

    /// The same game with another value, counting once.
    static Verdict valued(Verdict game, double value) {
        return new Verdict(
                game.key(),
                game.category(),
                game.turn(),
                game.first(),
                game.repeat(),
                game.outcome(),
                value,
                1,
                game.label(),
                "",
                game.text(),
                game.length(),
                game.baselineLength());
    }
}
