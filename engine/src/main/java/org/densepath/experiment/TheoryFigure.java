package org.densepath.experiment;

import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.densepath.paint.CurveFigure;
import org.densepath.paint.Panel;
import org.densepath.paint.Series;
import org.densepath.theory.DualContraction;
import org.densepath.theory.TabularMdp;

/// The dual contraction bound as a figure: on a tabular process, both sides computed exactly for reward errors of
/// growing size.
public final class TheoryFigure {
    private static final int VOCABULARY = 4;
    private static final int HORIZON = 5;
    private static final int DRAWS = 20;
    private static final int SIZES = 16;
    private static final double LARGEST = 1;

    private TheoryFigure() {}

    public static CurveFigure of(long seed) {
        Random random = new Random(seed);
        TabularMdp mdp = TabularMdp.tree(VOCABULARY, HORIZON, 1).withRandomRewards(1, random);
        double[] sizes = new double[SIZES];
        for (int i = 0; i < SIZES; i++) {
            sizes[i] = LARGEST * (i + 1) / SIZES;
        }
        List<DualContraction.Point> points = DualContraction.series(mdp, sizes, DRAWS, random);
        return new CurveFigure(
                "A small reward error gives a small policy error",
                List.of(
                        panel("Q", points, DualContraction.Point::qError, DualContraction.Point::qBound),
                        panel(
                                "log π",
                                points,
                                DualContraction.Point::logPolicyError,
                                DualContraction.Point::logPolicyBound),
                        panel(
                                "total variation",
                                points,
                                DualContraction.Point::totalVariation,
                                DualContraction.Point::totalVariationBound),
                        panel(
                                "value gap",
                                points,
                                DualContraction.Point::valueGap,
                                DualContraction.Point::valueGapBound)),
                2,
                "Token tree of %d tokens and %d steps, γ = 1; band: smallest to largest error over %d random perturbations, seed %d."
                        .formatted(VOCABULARY, HORIZON, DRAWS, seed));
    }

    private static Panel panel(
            String title,
            List<DualContraction.Point> points,
            ToDoubleFunction<DualContraction.Point> error,
            ToDoubleFunction<DualContraction.Point> bound) {
        double[] x = new double[SIZES];
        double[] mean = new double[SIZES];
        double[] low = new double[SIZES];
        double[] high = new double[SIZES];
        double[] right = new double[SIZES];
        for (int i = 0; i < SIZES; i++) {
            List<DualContraction.Point> draws = points.subList(i * DRAWS, (i + 1) * DRAWS);
            var statistics = draws.stream().mapToDouble(error).summaryStatistics();
            x[i] = draws.getFirst().epsilon();
            mean[i] = statistics.getAverage();
            low[i] = statistics.getMin();
            high[i] = statistics.getMax();
            right[i] = bound.applyAsDouble(draws.getFirst());
        }
        return Panel.of(
                title,
                "largest reward error ε",
                "",
                List.of(Series.withBand("error", x, mean, low, high, 0), Series.of("bound", x, right, 1)));
    }
}
