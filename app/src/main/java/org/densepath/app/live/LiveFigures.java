package org.densepath.app.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.densepath.app.figures.FigureOffer;
import org.densepath.paint.CurveFigure;
import org.densepath.paint.Panel;

/// The charts of the page as figures for a file, and as numbers for the clipboard.
public final class LiveFigures {
    private final LiveViewModel model;

    public LiveFigures(LiveViewModel model) {
        this.model = model;
    }

    /// One chart as it is shown.
    public FigureOffer of(Chart chart) {
        return offer(List.of(chart), name() + "-" + chart.id().replace('/', '-').replace('_', '-'));
    }

    /// All charts on the page.
    public FigureOffer page() {
        return offer(model.charts().get(), name() + "-curves");
    }

    /// The numbers of `charts`, every point.
    public String values(List<Chart> charts) {
        return ChartValues.csv(charts.stream().map(model::wholeContent).toList());
    }

    private FigureOffer offer(List<Chart> charts, String suggestedName) {
        List<ChartContent> contents = charts.stream().map(model::wholeContent).toList();
        List<Panel> panels = contents.stream().map(ChartContent::panel).toList();
        return new FigureOffer(new CurveFigure("", panels, 0, caption(contents)), provenance(contents), suggestedName);
    }

    /// What stands below the figure: which run, and what the strokes mean.
    private String caption(List<ChartContent> contents) {
        StringBuilder caption = new StringBuilder("Run ")
                .append(runs())
                .append(", seed ")
                .append(seeds(contents))
                .append('.');
        if (contents.stream().flatMap(c -> c.traces().stream()).anyMatch(Trace::smoothed)) {
            caption.append(" Faint: each step; strong: debiased moving average, weight ")
                    .append(String.format(
                            Locale.ROOT, "%.2f", model.choices().smoothing().get()))
                    .append('.');
        }
        if (contents.stream().anyMatch(c -> c.panel().series().stream()
                .anyMatch(s -> s.emphasis() == org.densepath.paint.Series.Emphasis.POINTS && s.low().length > 0))) {
            caption.append(" Whiskers: 95 % over prompts (1.96 standard errors).");
        }
        if (contents.stream().anyMatch(c -> !c.scores().isEmpty())) {
            caption.append(" Points: validation prompts; diamonds: final scores on the held-out prompts, 95 % intervals"
                    + " (at step 0 those of SFT).");
        }
        if (contents.stream().flatMap(c -> c.traces().stream()).anyMatch(t -> t.mean()
                .isPresent())) {
            caption.append(" Bands: one standard deviation over seeds.");
        }
        if (contents.stream()
                .anyMatch(c ->
                        !c.panel().limits().isEmpty() || !c.panel().beyond().isEmpty())) {
            caption.append(" Dashed: limits of the watch on reward hacking.");
        }
        return caption.toString();
    }

    private Map<String, String> provenance(List<ChartContent> contents) {
        Map<String, String> provenance = new LinkedHashMap<>();
        provenance.put("run", runs());
        provenance.put("seed", seeds(contents));
        provenance.put(
                "metrics",
                contents.stream()
                        .flatMap(c -> c.chart().lines().stream())
                        .map(Chart.Line::metric)
                        .collect(Collectors.joining(", ")));
        provenance.put("step", lastSteps(contents));
        provenance.put("x axis", model.choices().axis().get().label().toLowerCase(Locale.ROOT));
        provenance.put(
                "smoothing",
                String.format(Locale.ROOT, "%.2f", model.choices().smoothing().get()));
        provenance.put(
                "experiment",
                model.runs().getFirst().snapshot().details().plan().fingerprint());
        return provenance;
    }

    private static String lastSteps(List<ChartContent> contents) {
        Map<String, Long> last = new java.util.TreeMap<>();
        contents.stream()
                .flatMap(c -> c.traces().stream())
                .flatMap(t -> t.seeds().stream())
                .map(CurveTrail::curve)
                .forEach(curve ->
                        last.merge(curve.key().track().stage(), (long) curve.step(curve.size() - 1), Math::max));
        return last.entrySet().stream()
                .map(e -> "1–" + e.getValue() + " of " + e.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String seeds(List<ChartContent> contents) {
        return contents.stream()
                .flatMap(c -> c.traces().stream())
                .flatMap(t -> t.seeds().stream())
                .map(seed -> seed.curve().key().track().seed())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }

    private String runs() {
        return model.runs().stream().map(run -> run.snapshot().title()).collect(Collectors.joining(", "));
    }

    private String name() {
        String title = model.runs().getFirst().snapshot().title();
        return title.isEmpty() ? "run" : title;
    }
}
