package org.densepath.app.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.densepath.paint.Extent;
import org.densepath.paint.Panel;
import org.densepath.paint.Series;
import org.densepath.reward.Alarm;
import org.densepath.run.Event;

/// Makes a chart of the curves of one or more runs: raw faint and smoothed strong, measurements as points with
/// the final scores beside them, seeds as lines or as a mean with its band, the watch's limits, warnings and
/// gaps.
final class ChartMaker {
    /// From how many points on a smoothed curve says more than the points.
    private static final int SMOOTHED_FROM = 12;
    /// So many methods at most have names that say how many seeds they are the mean of.
    private static final int NAMED_IN_FULL = 4;
    /// More crosses than this are a line.
    private static final int GAPS = 200;

    private final List<ShownRun> runs;
    private final ChartLook look;
    private final SeriesMaker maker;

    /// @param runs the shown one first
    ChartMaker(List<ShownRun> runs, ChartLook look) {
        this.runs = runs;
        this.look = look;
        this.maker = new SeriesMaker(look);
    }

    ChartContent make(Chart chart) {
        List<Trace> traces = traces(chart);
        List<Series> series = new ArrayList<>();
        traces.forEach(trace -> series.addAll(series(chart, trace)));
        List<FinalScore> scores = new ArrayList<>();
        for (Trace trace : traces) {
            List<FinalScore> own = FinalScore.of(trace, look.axis());
            if (!own.isEmpty()) {
                series.add(FinalScore.series(own, look.unit().size()));
                scores.addAll(own);
            }
        }
        boolean means = traces.size() > NAMED_IN_FULL
                && traces.stream().anyMatch(trace -> trace.mean().isPresent());
        Panel panel = Panel.of(
                        chart.title(), look.unit().label(), chart.unit() + (means ? ", means of seeds" : ""), series)
                .withSigns(signs(traces));
        panel = look.logX() ? panel.withLogX() : panel;
        panel = look.logY() ? panel.withLogY() : panel;
        panel = withLimits(chart, panel, traces);
        Optional<Extent> across = chart.points() && look.zoom().isEmpty() ? roomy(series) : xRange();
        return new ChartContent(chart, panel.withRanges(across, yRange()), traces, scores, look.unit());
    }

    /// Points at both ends are to be seen whole.
    private Optional<Extent> roomy(List<Series> all) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Series series : all) {
            if (series.x().length > 0) {
                low = Math.min(low, series.x()[0]);
                high = Math.max(high, series.x()[series.x().length - 1]);
            }
        }
        double room = 0.025 * (high - low);
        return look.logX() || !(low < high) ? Optional.empty() : Optional.of(new Extent(low - room, high + room));
    }

    private List<Trace> traces(Chart chart) {
        List<Trace> traces = new ArrayList<>();
        for (ShownRun run : runs) {
            for (Chart.Line line : chart.lines()) {
                List<ShownRun.Seeds> arms = run.seedsOf(line.metric(), chart.points() ? 0 : look.smoothing());
                for (ShownRun.Seeds seeds : arms) {
                    if (seeds.trails().size() >= SeedMean.SEEDS) {
                        SeedMean mean = run.mean(line.metric(), seeds, chart.points() ? 0 : look.smoothing());
                        // among many a name is short
                        String name = name(run, line, seeds, arms.size() > 1)
                                + (arms.size() > NAMED_IN_FULL
                                        ? ""
                                        : ", mean of " + seeds.trails().size() + " seeds");
                        traces.add(trace(traces.size(), name, run, line, seeds.trails(), Optional.of(mean), chart));
                        continue;
                    }
                    for (CurveTrail seed : seeds.trails()) {
                        String name = name(run, line, seeds, arms.size() > 1)
                                + (seeds.trails().size() > 1
                                        ? ", seed " + seed.curve().key().track().seed()
                                        : "");
                        traces.add(trace(traces.size(), name, run, line, List.of(seed), Optional.empty(), chart));
                    }
                }
            }
        }
        return traces;
    }

    private Trace trace(
            int colour,
            String name,
            ShownRun run,
            Chart.Line line,
            List<CurveTrail> seeds,
            Optional<SeedMean> mean,
            Chart chart) {
        boolean smoothed = !chart.points()
                && look.smoothing() > 0
                && seeds.getFirst().curve().size() >= SMOOTHED_FROM;
        String shown = name.startsWith(", ") ? name.substring(2) : name;
        return new Trace(shown, colour, run, line.metric(), seeds, mean, smoothed);
    }

    /// What tells this curve from the others of the chart; empty where nothing must be told.
    private String name(ShownRun run, Chart.Line line, ShownRun.Seeds seeds, boolean manyArms) {
        List<String> parts = new ArrayList<>();
        if (runs.size() > 1) {
            parts.add(run.snapshot()
                    .folder()
                    .map(folder -> folder.getFileName().toString())
                    .orElse(run.snapshot().name()));
        }
        if (!line.label().isEmpty()) {
            parts.add(line.label());
        }
        if (manyArms || parts.isEmpty()) {
            parts.add(StageMark.stageName(seeds.arm().isEmpty() ? seeds.stage() : seeds.arm()));
        }
        return String.join(", ", parts);
    }

    private List<Series> series(Chart chart, Trace trace) {
        CurveTrail first = trace.seeds().getFirst();
        if (trace.mean().isPresent()) {
            Series band = maker.meanWithBand(trace.mean().get(), first.curve(), trace.name(), trace.colour());
            return trace.smoothed()
                    ? List.of(maker.rawMean(trace.mean().get(), first.curve(), trace.name(), trace.colour()), band)
                    : List.of(band);
        }
        if (chart.points()) {
            Curve errors = chart.line(trace.metric())
                    .map(line -> trace.run().curve(trace.track(), line.error()))
                    .orElse(null);
            return List.of(maker.points(first, errors, trace.name(), trace.colour()));
        }
        return trace.smoothed()
                ? List.of(
                        maker.raw(first, trace.name(), trace.colour(), Series.Emphasis.FAINT),
                        maker.smooth(first, trace.name(), trace.colour()))
                : List.of(maker.raw(first, trace.name(), trace.colour(), Series.Emphasis.STRONG));
    }

    /// Limits are those of the shown run: others may have started elsewhere. Where lines share a chart, each has
    /// the one that warns.
    private Panel withLimits(Chart chart, Panel panel, List<Trace> traces) {
        if (!runs.getFirst().snapshot().details().plan().watched()) {
            return panel;
        }
        boolean alone = chart.lines().size() == 1;
        List<WatchLines.Limit> limits = new ArrayList<>();
        for (Chart.Line line : chart.lines()) {
            traces.stream()
                    .filter(trace ->
                            trace.run() == runs.getFirst() && trace.metric().equals(line.metric()))
                    .findFirst()
                    .map(trace -> WatchLines.of(trace.seeds().getFirst().curve(), line.label()))
                    .orElse(List.of())
                    .stream()
                    .filter(limit -> alone || limit.action() == Alarm.Action.WARN)
                    .forEach(limits::add);
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Series series : panel.series()) {
            for (double y : series.y()) {
                if (Double.isFinite(y)) {
                    low = Math.min(low, y);
                    high = Math.max(high, y);
                }
            }
        }
        return low > high || limits.isEmpty() ? panel : WatchLines.drawn(panel, limits, low, high);
    }

    private List<Panel.Sign> signs(List<Trace> traces) {
        List<Panel.Sign> signs = new ArrayList<>();
        for (Trace trace : traces) {
            for (CurveTrail seed : trace.seeds()) {
                int[] gaps = seed.gaps();
                int every = Math.max(1, gaps.length / GAPS);
                for (int k = 0; k < gaps.length; k += every) {
                    signs.add(new Panel.Sign(
                            Panel.Sign.Kind.NOT_FINITE,
                            maker.x(seed.curve(), gaps[k]),
                            Double.NaN,
                            "not a finite number"));
                }
                warnings(trace, seed, signs);
            }
        }
        return signs;
    }

    private void warnings(Trace trace, CurveTrail seed, List<Panel.Sign> signs) {
        for (Event.Warning warning : trace.run().snapshot().warnings()) {
            Curve curve = seed.curve();
            if (warning.metric().equals(trace.metric())
                    && warning.track().equals(curve.key().track())) {
                int at = curve.nearest(XAxis.STEP, warning.step());
                double y = trace.smoothed() ? seed.smooth(at) : curve.value(at);
                signs.add(new Panel.Sign(
                        Panel.Sign.Kind.WARNING,
                        maker.x(curve, at),
                        y,
                        Sentences.joined(warning.what(), warning.whatToDo())));
            }
        }
    }

    private Optional<Extent> xRange() {
        double unit = look.unit().size();
        return look.zoom()
                .map(zoom -> new Extent(zoom.low() / unit, zoom.high() / unit))
                .filter(zoom -> !look.logX() || zoom.low() > 0);
    }

    private Optional<Extent> yRange() {
        return look.up().filter(range -> !look.logY() || range.low() > 0);
    }
}
