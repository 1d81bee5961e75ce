package org.densepath.app.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.densepath.app.paint.Appearance;
import org.densepath.app.paint.PaintedRegion;
import org.densepath.app.scoring.Role;
import org.densepath.paint.Theme;

/// A line a model: how likely it held the token, and how many it held likelier.
final class ModelGrid extends VBox {
    private final List<Line> lines = new ArrayList<>();
    private final Label note = new Label();

    /// The parts of one line that change.
    private static final class Line {
        private final Label logp;
        private final Label rank;
        private final Label share;
        private double probability = Double.NaN;
        private final PaintedRegion bar;

        Line(Role role, GridPane grid, ObservableValue<Appearance> appearance) {
            logp = number("logp", role);
            rank = number("rank", role);
            share = number("probability", role);
            bar = new PaintedRegion((surface, width, height) -> {
                Theme theme = appearance.getValue().theme();
                surface.fillRectangle(0, height / 2 - 3, width, 6, theme.faint());
                if (probability > 0) {
                    surface.fillRectangle(0, height / 2 - 3, Math.max(1, width * probability), 6, theme.series(0));
                }
            });
            bar.setPrefHeight(16);
            bar.setMinWidth(30);
            appearance.subscribe(_ -> bar.repaint());
            int row = 1 + role.ordinal();
            Label name = new Label(role.symbol());
            name.setTooltip(new Tooltip(
                    switch (role) {
                        case REFERENCE -> "The reference: a snapshot from half-way through SFT, as the run chose it";
                        case SFT -> "The model at the end of SFT";
                        case POLICY -> "The policy that said this token";
                    }));
            grid.addRow(row, name, logp, bar, share, rank);
        }

        private static Label number(String what, Role role) {
            Label label = new Label();
            label.setId("inspector-" + what + "-" + role.name().toLowerCase(Locale.ROOT));
            label.getStyleClass().add("inspector-number");
            return label;
        }

        void show(ModelLine line) {
            probability = Math.exp(line.logp());
            logp.setText(CreditTiles.plain(line.logp()));
            share.setText(Double.isNaN(probability) ? "—" : WordBars.percent(probability));
            rank.setText(line.rank().isPresent() ? Integer.toString(line.rank().getAsInt()) : "—");
            bar.repaint();
        }
    }

    ModelGrid(ObservableValue<Appearance> appearance) {
        super(4);
        GridPane grid = new GridPane(10, 3);
        grid.getStyleClass().add("inspector-grid");
        grid.getColumnConstraints()
                .addAll(column(false), column(true), new ColumnConstraints(), column(true), column(true));
        grid.getColumnConstraints().get(2).setHgrow(Priority.ALWAYS);
        grid.addRow(0, heading("model"), heading("log p"), heading(""), heading("p"), heading("rank"));
        for (Role role : Role.values()) {
            lines.add(new Line(role, grid, appearance));
        }
        note.setWrapText(true);
        note.setId("inspector-note");
        note.getStyleClass().add("inspector-note");
        getChildren().addAll(grid, note);
    }

    private static ColumnConstraints column(boolean number) {
        ColumnConstraints column = new ColumnConstraints();
        column.setHalignment(number ? HPos.RIGHT : HPos.LEFT);
        column.setMinWidth(Region.USE_PREF_SIZE);
        return column;
    }

    private static Label heading(String text) {
        Label heading = new Label(text);
        heading.getStyleClass().add("inspector-heading");
        return heading;
    }

    void show(List<ModelLine> now, Optional<ModelQuestions.Answer> answer) {
        for (int i = 0; i < now.size(); i++) {
            lines.get(i).show(now.get(i));
        }
        note.setText(answer.map(a -> String.join(" ", a.models().notes())).orElse(""));
        note.setVisible(!note.getText().isEmpty());
        note.setManaged(note.isVisible());
    }
}
