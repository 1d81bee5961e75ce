package org.densepath.app.tokens;

import java.util.Arrays;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.densepath.app.paint.Appearance;
import org.densepath.app.paint.CanvasSurface;
import org.densepath.app.paint.PaintedRegion;
import org.densepath.paint.NumberText;
import org.densepath.paint.Pen;
import org.densepath.paint.RunningSum;
import org.densepath.paint.TextStyle;
import org.densepath.paint.Theme;

/// What the response has earned so far: Σ r̂ up to each token, as a line from the first token to the last.
final class RunningView extends StackPane {
    private static final double TOP = 20;
    private static final double BOTTOM = 4;
    /// Tokens that are further apart than this have a dot each.
    private static final double DOTTED = 9;

    private final TokensViewModel model;
    private final ObservableValue<Appearance> appearance;
    private final PaintedRegion canvas = new PaintedRegion(this::paint);
    private double[] sums = new double[0];
    private double low;
    private double high;

    RunningView(TokensViewModel model, ObservableValue<Appearance> appearance) {
        this.model = model;
        this.appearance = appearance;
        setId("running");
        getChildren().add(canvas);
        setMinHeight(76);
        setPrefHeight(76);
        setMaxHeight(150);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        TokenSelection selection = model.selection();
        canvas.setOnMouseMoved(event -> selection.hovered().set(tokenAt(event)));
        canvas.setOnMouseExited(_ -> selection.hovered().set(-1));
        canvas.setOnMouseClicked(event -> {
            if (tokenAt(event) >= 0) {
                selection.go(tokenAt(event));
            }
        });
        model.shown().subscribe(this::show);
        selection.hovered().subscribe(_ -> canvas.repaint());
        selection.cursor().subscribe(_ -> canvas.repaint());
        selection.range().subscribe(_ -> canvas.repaint());
        appearance.subscribe(_ -> canvas.repaint());
    }

    private void show(Optional<Shown> shown) {
        sums = shown.map(now -> RunningSum.of(TokenLayer.REWARD.of(now.row(), now.step())))
                .orElse(new double[0]);
        low = Math.min(0, Arrays.stream(sums).min().orElse(0));
        high = Math.max(0, Arrays.stream(sums).max().orElse(0));
        if (low == high) {
            high = low + 1;
        }
        setAccessibleText(
                sums.length == 0 ? "" : "Running return, " + NumberText.signed(sums[sums.length - 1]) + " at the end");
        canvas.repaint();
    }

    private void paint(CanvasSurface surface, double width, double height) {
        if (sums.length == 0) {
            return;
        }
        Theme theme = appearance.getValue().theme();
        model.selection()
                .range()
                .get()
                .ifPresent(range -> surface.fillRectangle(
                        edge(range.first(), width),
                        TOP,
                        edge(range.last() + 1, width) - edge(range.first(), width),
                        height - TOP - BOTTOM,
                        theme.faint()));
        double zero = y(0, height);
        surface.line(0, zero, width, zero, Pen.solid(theme.muted(), 0.75));
        line(surface, theme, width, height);
        int token = model.selection().pointed();
        boolean pointed = token >= 0 && token < sums.length;
        if (pointed) {
            double x = centre(token, width);
            surface.line(x, TOP, x, height - BOTTOM, Pen.solid(theme.muted(), 1));
            double y = y(sums[token], height);
            surface.fillRectangle(x - 3, y - 3, 6, 6, theme.ink());
        }
        words(surface, theme, width, pointed ? token : -1);
    }

    private void line(CanvasSurface surface, Theme theme, double width, double height) {
        Pen pen = Pen.solid(theme.series(0), 1.8);
        int n = sums.length;
        if (n > 2 * width) {
            bars(surface, theme, width, height);
            return;
        }
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = centre(i, width);
            y[i] = y(sums[i], height);
        }
        surface.polyline(x, y, n, pen);
        if (width / n > DOTTED) {
            for (int i = 0; i < n; i++) {
                surface.fillRectangle(x[i] - 2, y[i] - 2, 4, 4, theme.series(0));
            }
        }
    }

    /// Many tokens a pixel: from the lowest to the highest sum in each.
    private void bars(CanvasSurface surface, Theme theme, double width, double height) {
        int columns = (int) width;
        for (int column = 0; column < columns; column++) {
            int from = (int) ((long) column * sums.length / columns);
            int to = (int) ((long) (column + 1) * sums.length / columns);
            double least = sums[from];
            double most = sums[from];
            for (int i = from; i < to; i++) {
                least = Math.min(least, sums[i]);
                most = Math.max(most, sums[i]);
            }
            double top = y(most, height);
            surface.fillRectangle(column, top - 0.8, 1, Math.max(1.6, y(least, height) - top), theme.series(0));
        }
    }

    private void words(CanvasSurface surface, Theme theme, double width, int token) {
        TextStyle style = new TextStyle(TextStyle.Face.SANS, 11, false);
        String name = "RUNNING RETURN";
        surface.text(name, 2, 13, style.asBold(), theme.muted());
        boolean whole = token < 0 || token == sums.length - 1;
        String value = "Σ r̂ " + (whole ? "of the whole response" : "up to token " + (token + 1)) + "  "
                + NumberText.signed(sums[whole ? sums.length - 1 : token]);
        surface.text(value, 2 + surface.measure().width(name, style.asBold()) + 10, 13, style, theme.muted());
    }

    private int tokenAt(MouseEvent event) {
        int token = (int) Math.floor(event.getX() / Math.max(1, canvas.getWidth()) * sums.length);
        return token < 0 || token >= sums.length ? -1 : token;
    }

    private double edge(int token, double width) {
        return width * token / sums.length;
    }

    private double centre(int token, double width) {
        return width * (token + 0.5) / sums.length;
    }

    private double y(double value, double height) {
        double room = height - TOP - BOTTOM - 6;
        return TOP + 3 + room * (high - value) / (high - low);
    }
}
