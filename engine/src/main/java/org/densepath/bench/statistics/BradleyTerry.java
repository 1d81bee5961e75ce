package org.densepath.bench.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Strengths from games in pairs (Bradley and Terry 1952): P(a beats b) = σ(s_a − s_b), s of the baseline 0.
/// Fitted as a logistic regression, as Arena-Hard does, with a small ridge so that a model that always wins keeps
/// a finite strength.
public final class BradleyTerry {
    private static final double RIDGE = 1e-3;

    /// One game. `score`: 1 when `first` won, 0 when it lost, 0.5 for a tie; `weight`: as how many it counts (3
    /// where the verdict was clear). Games of one `prompt` are drawn together.
    public record Game(String prompt, String first, String second, double score, double weight) {}

    private final List<String> players;
    private final String baseline;

    private BradleyTerry(List<String> players, String baseline) {
        this.players = players;
        this.baseline = baseline;
    }

    /// Each player's strength, the baseline's 0, with percentile intervals from `resamples` resamples of the
    /// prompts. Throws [IllegalArgumentException] when the baseline played no game.
    public static Map<String, Interval> strengths(List<Game> games, String baseline, int resamples, long seed) {
        Set<String> all = new LinkedHashSet<>();
        games.forEach(game -> all.addAll(List.of(game.first(), game.second())));
        if (!all.remove(baseline)) {
            throw new IllegalArgumentException("the baseline '" + baseline + "' played no game");
        }
        return new BradleyTerry(List.copyOf(all), baseline).strengths(games, resamples, seed);
    }

    /// The chance that a player of this strength wins against the baseline.
    public static Interval winRate(Interval strength) {
        return strength.map(LogisticRegression::sigmoid);
    }

    private Map<String, Interval> strengths(List<Game> games, int resamples, long seed) {
        double[] fitted = fit(games);
        List<List<Game>> byPrompt = new ArrayList<>(games.stream()
                .collect(Collectors.groupingBy(Game::prompt, LinkedHashMap::new, Collectors.toList()))
                .values());
        Random random = new Random(seed);
        double[][] drawn = new double[players.size()][resamples];
        for (int b = 0; b < resamples; b++) {
            List<Game> resample = IntStream.range(0, byPrompt.size())
                    .mapToObj(_ -> byPrompt.get(random.nextInt(byPrompt.size())))
                    .flatMap(List::stream)
                    .toList();
            double[] strengths = fit(resample);
            for (int p = 0; p < strengths.length; p++) {
                drawn[p][b] = strengths[p];
            }
        }
        Map<String, Interval> all = new LinkedHashMap<>();
        all.put(baseline, new Interval(0, 0, 0));
        for (int p = 0; p < fitted.length; p++) {
            all.put(
                    players.get(p),
                    resamples < 1 ? Interval.none(fitted[p]) : Bootstrap.percentile(fitted[p], drawn[p]));
        }
        return all;
    }

    private double[] fit(List<Game> games) {
        double[][] x = new double[games.size()][players.size()];
        double[] y = new double[games.size()];
        double[] weights = new double[games.size()];
        for (int i = 0; i < games.size(); i++) {
            Game game = games.get(i);
            add(x[i], game.first(), 1);
            add(x[i], game.second(), -1);
            y[i] = game.score();
            weights[i] = game.weight();
        }
        return LogisticRegression.fit(x, y, weights, RIDGE).coefficients();
    }

    private void add(double[] row, String player, double sign) {
        int at = players.indexOf(player);
        if (at >= 0) {
            row[at] += sign;
        }
    }
}
