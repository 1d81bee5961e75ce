package org.densepath.bench.worth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.densepath.bench.Score;
import org.densepath.paint.CurveFigure;
import org.densepath.paint.Panel;
import org.densepath.paint.Series;

/// The curves of success against n.
public final class WorthFigure {
    private WorthFigure() {}

    public static CurveFigure of(Worth worth) {
        List<Series> series = new ArrayList<>();
        worth.curves().forEach((name, curve) -> series.add(series(label(name), curve, series.size())));
        Panel panel = Panel.of("Best of n", "samples n", "share right", series).withLogX();
        return CurveFigure.of("Is the reward worth following?", List.of(panel))
                .withCaption("Mean over " + worth.prompts() + " prompts of the exact expectation over subsets of the"
                        + " samples; 95 % bootstrap intervals. any: a right sample is taken where there is one.");
    }

    private static String label(String name) {
        for (Choice choice : Choice.values()) {
            if (choice.key().equals(name)) {
                return choice.label();
            }
        }
        return name;
    }

    private static Series series(String label, Map<Integer, Score> curve, int colour) {
        double[] n = curve.keySet().stream().mapToDouble(Integer::doubleValue).toArray();
        List<Score> scores = List.copyOf(curve.values());
        return Series.points(
                label,
                n,
                scores.stream().mapToDouble(s -> s.interval().value()).toArray(),
                scores.stream().mapToDouble(s -> s.interval().low()).toArray(),
                scores.stream().mapToDouble(s -> s.interval().high()).toArray(),
                colour);
    }
}
