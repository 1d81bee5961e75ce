package org.densepath.bench.credit;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.densepath.paint.CurveFigure;
import org.densepath.paint.Panel;
import org.densepath.paint.Series;

/// Credit against judgement, a dot an answer.
public final class CreditScatter {
    private CreditScatter() {}

    public static CurveFigure of(List<CreditPoint> points, boolean compares) {
        String of = compares ? ", model less baseline" : "";
        return new CurveFigure(
                "Credit and judgement",
                List.of(
                        panel("Sum", "Σ r̂" + of + " (nats)", points, CreditPoint::sum),
                        panel("Mean", "mean r̂" + of + " (nats a token)", points, CreditPoint::mean)),
                2,
                compares ? "Up: the share of the verdict that goes to the model." : "Up: the rating, or 1 for right.");
    }

    private static Panel panel(String title, String x, List<CreditPoint> points, ToDoubleFunction<CreditPoint> credit) {
        List<CreditPoint> sorted =
                points.stream().sorted(Comparator.comparingDouble(credit)).toList();
        return Panel.of(
                title,
                x,
                "judged",
                List.of(Series.scatter(
                        "answer",
                        sorted.stream().mapToDouble(credit).toArray(),
                        sorted.stream().mapToDouble(CreditPoint::judged).toArray(),
                        0)));
    }
}
