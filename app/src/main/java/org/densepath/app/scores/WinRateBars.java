package org.densepath.app.scores;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.densepath.bench.KeptScore;
import org.densepath.experiment.ArmLabel;
import org.densepath.paint.BarFigure;

/// How often judges preferred each arm's answers to the baseline's, as bars: a group a win rate.
final class WinRateBars {
    private WinRateBars() {}

    /// Empty where nothing was judged in pairs.
    static Optional<BarFigure> of(Results results) {
        Map<String, List<KeptScore>> rates = new LinkedHashMap<>();
        Set<String> judges = new LinkedHashSet<>();
        results.bench().stream().filter(KeptScore::winRate).forEach(score -> judges.add(score.judge()));
        results.bench().stream().filter(KeptScore::winRate).forEach(score -> rates.computeIfAbsent(
                        score.name() + (judges.size() > 1 ? ", judge " + score.judge() : ""), _ -> new ArrayList<>())
                .add(score));
        if (rates.isEmpty()) {
            return Optional.empty();
        }
        List<BarFigure.Group> groups = new ArrayList<>();
        rates.forEach((name, scores) -> {
            List<BarFigure.Bar> bars = new ArrayList<>();
            for (String arm : results.arms()) {
                List<KeptScore> seeds =
                        scores.stream().filter(score -> score.arm().equals(arm)).toList();
                if (!seeds.isEmpty()) {
                    bars.add(bar(arm, seeds, results.arms().indexOf(arm)));
                }
            }
            groups.add(new BarFigure.Group(name, bars));
        });
        return Optional.of(new BarFigure(
                "Win rates",
                "% of games against the baseline",
                groups,
                "Run " + results.run() + ", judged by " + String.join(", ", judges)
                        + ". 50 % is as good as the baseline. Intervals: 95 %, bootstrap over prompts, of several seeds"
                        + " their mean ends; a dot a seed."));
    }

    private static BarFigure.Bar bar(String arm, List<KeptScore> seeds, int colour) {
        return new BarFigure.Bar(
                ArmLabel.of(arm),
                100 * mean(seeds, s -> s.interval().value()),
                100 * mean(seeds, s -> s.interval().low()),
                100 * mean(seeds, s -> s.interval().high()),
                "n = " + seeds.stream().mapToInt(KeptScore::n).min().orElse(0),
                colour,
                seeds.size() > 1
                        ? seeds.stream()
                                .map(s -> 100 * s.interval().value())
                                .filter(Double::isFinite)
                                .toList()
                        : List.of());
    }

    private static double mean(List<KeptScore> seeds, ToDoubleFunction<KeptScore> of) {
        return seeds.stream().mapToDouble(of).average().orElse(Double.NaN);
    }
}
