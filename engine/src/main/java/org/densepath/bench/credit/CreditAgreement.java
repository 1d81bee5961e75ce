package org.densepath.bench.credit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.densepath.bench.Score;
import org.densepath.bench.Scores;
import org.densepath.bench.statistics.Bootstrap;
import org.densepath.bench.statistics.Interval;
import org.hipparchus.stat.ranking.NaturalRanking;
import org.hipparchus.stat.ranking.TiesStrategy;

/// Whether credit orders answers as a judge does. AUC: of all pairs of points that the judge parts, the share
/// that credit orders the same way, ties in credit one half (with 0 and 1 for wrong and right it is the AUROC).
public final class CreditAgreement {
    private static final int RESAMPLES = 1_000;
    private static final long SEED = 1;

    private final List<CreditPoint> points;
    private final boolean compares;

    /// `compares`: the points are of two models' answers.
    public CreditAgreement(List<CreditPoint> points, boolean compares) {
        this.points = List.copyOf(points);
        this.compares = compares;
    }

    /// AUC of Σ r̂ and of mean r̂; for comparisons also how often the sign of either is the judge's decision,
    /// ties of the judge left out.
    public List<Score> scores() {
        Score sum = new Score("auc_sum", auc(CreditPoint::sum), points.size());
        Score mean = new Score("auc_mean", auc(CreditPoint::mean), points.size());
        return compares
                ? List.of(
                        sum,
                        mean,
                        same("same_winner_sum", CreditPoint::sum),
                        same("same_winner_mean", CreditPoint::mean))
                : List.of(sum, mean);
    }

    private Interval auc(ToDoubleFunction<CreditPoint> credit) {
        double[] places = IntStream.range(0, points.size()).asDoubleStream().toArray();
        double value = auc(places, credit);
        return Double.isNaN(value) || places.length < 3
                ? Interval.none(value)
                : Bootstrap.percentileOf(places, drawn -> or(auc(drawn, credit), value), RESAMPLES, SEED);
    }

    /// A resample that has no pair tells nothing: it counts as the value itself.
    private static double or(double drawn, double value) {
        return Double.isNaN(drawn) ? value : drawn;
    }

    private double auc(double[] places, ToDoubleFunction<CreditPoint> credit) {
        double same = 0;
        long pairs = 0;
        for (int i = 0; i < places.length; i++) {
            CreditPoint a = points.get((int) places[i]);
            for (int j = 0; j < i; j++) {
                CreditPoint b = points.get((int) places[j]);
                if (a.judged() != b.judged()) {
                    double order = Math.signum(a.judged() - b.judged())
                            * Math.signum(credit.applyAsDouble(a) - credit.applyAsDouble(b));
                    same += (order + 1) / 2;
                    pairs++;
                }
            }
        }
        return pairs == 0 ? Double.NaN : same / pairs;
    }

    private Score same(String name, ToDoubleFunction<CreditPoint> credit) {
        double[] same = points.stream()
                .filter(p -> p.judged() != 0.5)
                .mapToDouble(p -> (Math.signum(p.judged() - 0.5) * Math.signum(credit.applyAsDouble(p)) + 1) / 2)
                .toArray();
        return same.length == 0 ? new Score(name, Interval.none(Double.NaN), 0) : Scores.mean(name, same);
    }

    /// Those that credit and judge place most differently, by the difference of their ranks, the widest apart
    /// first.
    public List<CreditPoint> disagreements(int most) {
        NaturalRanking ranking = new NaturalRanking(TiesStrategy.AVERAGE);
        double[] byCredit =
                ranking.rank(points.stream().mapToDouble(CreditPoint::sum).toArray());
        double[] byJudge =
                ranking.rank(points.stream().mapToDouble(CreditPoint::judged).toArray());
        return IntStream.range(0, points.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -Math.abs(byCredit[i] - byJudge[i])))
                .limit(most)
                .map(points::get)
                .toList();
    }

    /// `{"scores", "disagreements": [key…], "points": [{"key", "sum", "mean", "judged"}]}`, the points in order.
    public ObjectNode json(int disagreements) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("benchmark", "credit");
        ObjectNode scores = json.putObject("scores");
        scores().stream().filter(s -> !Double.isNaN(s.interval().value())).forEach(s -> s.into(scores));
        ArrayNode keys = json.putArray("disagreements");
        disagreements(disagreements).forEach(p -> keys.add(p.key()));
        ArrayNode all = json.putArray("points");
        for (CreditPoint p : points) {
            all.addObject()
                    .put("key", p.key())
                    .put("sum", p.sum())
                    .put("mean", p.mean())
                    .put("judged", p.judged());
        }
        return json;
    }
}
