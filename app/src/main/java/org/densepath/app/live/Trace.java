package org.densepath.app.live;

import java.util.List;
import java.util.Optional;
import org.densepath.paint.NumberText;
import org.densepath.run.Track;

/// One entry of a chart's legend: a curve, or the mean of several seeds.
///
/// @param colour index into the theme's series colours @param smoothed whether a smoothed curve is drawn over it
final class Trace {
    private final String name;
    private final int colour;
    private final ShownRun run;
    private final String metric;
    private final List<CurveTrail> seeds;
    private final Optional<SeedMean> mean;
    private final boolean smoothed;

    Trace(
            String name,
            int colour,
            ShownRun run,
            String metric,
            List<CurveTrail> seeds,
            Optional<SeedMean> mean,
            boolean smoothed) {
        this.name = name;
        this.colour = colour;
        this.run = run;
        this.metric = metric;
        this.seeds = seeds;
        this.mean = mean;
        this.smoothed = smoothed;
    }

    String name() {
        return name;
    }

    int colour() {
        return colour;
    }

    ShownRun run() {
        return run;
    }

    String metric() {
        return metric;
    }

    List<CurveTrail> seeds() {
        return seeds;
    }

    Optional<SeedMean> mean() {
        return mean;
    }

    boolean smoothed() {
        return smoothed;
    }

    Track track() {
        return seeds.getFirst().curve().key().track();
    }

    /// What stands at `x`: the nearest point's step, its value and its smoothed value. Empty where the curve is
    /// far from `x`: it has ended before, or has not begun.
    Optional<Reading> at(XAxis axis, double x, double tolerance) {
        Curve curve = seeds.getFirst().curve();
        int at = curve.nearest(axis, x);
        if (at < 0 || outside(curve, axis, x, tolerance)) {
            return Optional.empty();
        }
        if (mean.isPresent()) {
            int k = nearestLead(mean.get(), at);
            return k < 0
                    ? Optional.empty()
                    : Optional.of(new Reading(
                            name,
                            colour,
                            (long) curve.step(mean.get().lead(k)),
                            curve.x(axis, mean.get().lead(k)),
                            mean.get().smooth(k),
                            NumberText.plain(mean.get().smooth(k)),
                            "± " + NumberText.plain(mean.get().deviation(k))));
        }
        String soft = smoothed ? NumberText.plain(seeds.getFirst().smooth(at)) : "";
        return Optional.of(new Reading(
                name,
                colour,
                (long) curve.step(at),
                curve.x(axis, at),
                smoothed ? seeds.getFirst().smooth(at) : curve.value(at),
                NumberText.plain(curve.value(at)),
                soft));
    }

    private static boolean outside(Curve curve, XAxis axis, double x, double tolerance) {
        return x < curve.x(axis, 0) - tolerance || x > curve.x(axis, curve.size() - 1) + tolerance;
    }

    private static int nearestLead(SeedMean mean, int at) {
        int best = -1;
        int from = 0;
        int to = mean.size() - 1;
        while (from <= to) {
            int middle = (from + to) >>> 1;
            best = best < 0 || Math.abs(mean.lead(middle) - at) < Math.abs(mean.lead(best) - at) ? middle : best;
            if (mean.lead(middle) < at) {
                from = middle + 1;
            } else {
                to = middle - 1;
            }
        }
        return best;
    }

    /// @param x of the point, in steps, tokens or seconds @param drawn the value at which the strong curve stands
    /// @param value as measured @param beside the smoothed value, the spread over seeds or an interval; may be
    // empty
    public record Reading(String name, int colour, long step, double x, double drawn, String value, String beside) {}
}
