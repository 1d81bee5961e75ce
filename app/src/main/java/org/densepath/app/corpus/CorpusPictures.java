package org.densepath.app.corpus;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.RowConstraints;
import org.densepath.app.live.Place;
import org.densepath.app.paint.Appearance;
import org.densepath.app.rollouts.RolloutText;
import org.densepath.paint.BarPainter;
import org.densepath.paint.CurvePainter;
import org.densepath.paint.Figure;
import org.densepath.paint.FigurePainter;
import org.densepath.paint.NumberText;
import org.densepath.paint.PanelLayout;
import org.densepath.run.query.Corpus;
import org.densepath.run.query.LengthEffect;
import org.densepath.run.query.RewardEstimate;

/// The four pictures: by place, by kind, by token, return against length.
final class CorpusPictures extends GridPane {
    private static final double NEAR = 8;

    private final CorpusViewModel model;
    private final Consumer<Place> opens;
    private final BiConsumer<String, Function<String, Figure>> exports;
    private final ObservableValue<Appearance> appearance;

    CorpusPictures(
            CorpusViewModel model,
            ObservableValue<Appearance> appearance,
            Consumer<Place> opens,
            BiConsumer<String, Function<String, Figure>> exports) {
        super(18, 14);
        this.model = model;
        this.appearance = appearance;
        this.opens = opens;
        this.exports = exports;
        getColumnConstraints().addAll(column(), column());
        getRowConstraints().addAll(row(46), row(54));
        setMinSize(0, 0);
        add(panel("positions", "Reward by place in the response", CorpusFigures::positions, this::position), 0, 0);
        add(panel("classes", "Reward by kind of token", CorpusFigures::classes, this::kind), 1, 0);
        add(
                panel(
                        "tokens",
                        "Highest and lowest tokens",
                        (corpus, title) ->
                                CorpusFigures.tokens(corpus, model.listed().get(), title),
                        this::token),
                0,
                1);
        CorpusPanel length = panel(
                "length",
                "Return against length",
                (corpus, title) -> CorpusFigures.length(corpus.length(), title),
                this::point);
        model.corpus()
                .subscribe(now -> length.say(now.map(corpus -> CorpusFigures.correlation(corpus.length()))
                        .orElse("")));
        add(length, 1, 1);
    }

    private CorpusPanel panel(
            String id,
            String title,
            java.util.function.BiFunction<Corpus, String, Figure> figure,
            CorpusPanel.Parts parts) {
        CorpusPanel panel = new CorpusPanel(
                "corpus-" + id,
                title,
                "Point at it for numbers; click for examples",
                appearance,
                corpus -> figure.apply(corpus, ""),
                parts);
        panel.exportedBy(
                () -> model.corpus().get().ifPresent(corpus -> exports.accept(id, _ -> figure.apply(corpus, title))));
        model.corpus().subscribe(panel::show);
        model.listed().subscribe((_, _) -> panel.show(model.corpus().get()));
        return panel;
    }

    private Optional<CorpusPanel.Part> position(Corpus corpus, FigurePainter painter, double x, double y) {
        PanelLayout panel = ((CurvePainter) painter).panels().getFirst();
        if (!panel.contains(x, y)) {
            return Optional.empty();
        }
        int bins = corpus.settings().bins();
        int bin = Math.clamp((long) (panel.x().value(x) * bins / 100), 0, bins - 1);
        return corpus.positions().stream()
                .filter(one -> one.bin() == bin)
                .findFirst()
                .map(one -> CorpusFigures.positionBars(corpus)
                        .get(corpus.positions().indexOf(one)))
                .map(bar -> {
                    double left = panel.x().place(100.0 * bin / bins);
                    double right = panel.x().place(100.0 * (bin + 1) / bins);
                    return part(bar, left, panel.top(), right - left, panel.height());
                });
    }

    private Optional<CorpusPanel.Part> kind(Corpus corpus, FigurePainter painter, double x, double y) {
        return bar(CorpusFigures.classBars(corpus), painter, y);
    }

    private Optional<CorpusPanel.Part> token(Corpus corpus, FigurePainter painter, double x, double y) {
        return bar(
                Stream.concat(
                                CorpusFigures.tokenBars(
                                        corpus.highest(), model.listed().get())
                                        .stream(),
                                CorpusFigures.tokenBars(
                                        corpus.lowest(), model.listed().get())
                                        .stream())
                        .toList(),
                painter,
                y);
    }

    private Optional<CorpusPanel.Part> bar(List<Bar> bars, FigurePainter painter, double y) {
        List<BarPainter.Row> rows = ((BarPainter) painter).rows();
        for (int i = 0; i < Math.min(rows.size(), bars.size()); i++) {
            BarPainter.Row row = rows.get(i);
            if (y >= row.top() && y < row.top() + row.height()) {
                return Optional.of(part(bars.get(i), 0, row.top(), painter.width(), row.height()));
            }
        }
        return Optional.empty();
    }

    private Optional<CorpusPanel.Part> point(Corpus corpus, FigurePainter painter, double x, double y) {
        PanelLayout panel = ((CurvePainter) painter).panels().getFirst();
        return corpus.length().points().stream()
                .filter(point -> distance(panel, point, x, y) < NEAR)
                .min(Comparator.comparingDouble(point -> distance(panel, point, x, y)))
                .map(point -> new CorpusPanel.Part(
                        panel.x().place(point.length()) - 6,
                        panel.y().place(point.totalReturn()) - 6,
                        12,
                        12,
                        RolloutText.count(point.length(), "token") + ", return "
                                + NumberText.signed(point.totalReturn()) + ", step "
                                + point.file().step(),
                        () -> opens.accept(model.place(point))));
    }

    private CorpusPanel.Part part(Bar bar, double x, double y, double width, double height) {
        RewardEstimate reward = bar.reward();
        return new CorpusPanel.Part(
                x, y, width, height, bar.title() + ": " + CorpusFigures.said(reward), () -> model.open(bar));
    }

    private static double distance(PanelLayout panel, LengthEffect.Point point, double x, double y) {
        double d = Math.hypot(panel.x().place(point.length()) - x, panel.y().place(point.totalReturn()) - y);
        return Double.isNaN(d) ? Double.MAX_VALUE : d;
    }

    private static ColumnConstraints column() {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(50);
        return column;
    }

    private static RowConstraints row(double percent) {
        RowConstraints row = new RowConstraints();
        row.setPercentHeight(percent);
        return row;
    }
}
