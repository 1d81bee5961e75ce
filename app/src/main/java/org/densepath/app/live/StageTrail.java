package org.densepath.app.live;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// The parts of a run in a row, joined by lines; the one at work with its progress and what is left of it.
final class StageTrail extends HBox {
    private List<Pipeline.Part> shown = List.of();
    private String left = "";

    StageTrail() {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        setId("stages");
        setMinWidth(0);
    }

    /// @param remaining `about 2 min left`; may be empty
    void show(List<Pipeline.Part> parts, String remaining) {
        if (parts.equals(shown) && remaining.equals(left)) {
            return;
        }
        shown = parts;
        left = remaining;
        showFolded(FoldedParts.of(parts), remaining);
    }

    private void showFolded(List<Pipeline.Part> parts, String remaining) {
        getChildren().clear();
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                Region line = new Region();
                line.getStyleClass()
                        .addAll(
                                "stage-line",
                                parts.get(i).state() == Pipeline.State.TO_COME
                                        ? "stage-line-ahead"
                                        : "stage-line-behind");
                HBox.setHgrow(line, Priority.ALWAYS);
                getChildren().add(line);
            }
            add(parts.get(i), remaining);
        }
    }

    private void add(Pipeline.Part part, String remaining) {
        Label chip = new Label(part.name(), icon(part.state()));
        chip.setId("stage-" + part.id());
        chip.setMinWidth(Region.USE_PREF_SIZE);
        chip.getStyleClass()
                .addAll(
                        "stage",
                        "stage-" + part.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        chip.setTooltip(new Tooltip(part.meaning() + "\n" + said(part)));
        chip.setAccessibleText(part.name() + ", " + said(part));
        getChildren().add(chip);
        boolean active = part.state() == Pipeline.State.ACTIVE;
        if (active || part.state() == Pipeline.State.HALTED && part.share() >= 0) {
            ProgressBar bar = new ProgressBar(part.share() < 0 ? ProgressBar.INDETERMINATE_PROGRESS : part.share());
            bar.setId("stage-progress");
            bar.getStyleClass().add("stage-progress");
            bar.setMinWidth(60);
            getChildren().add(bar);
        }
        String told = active && !remaining.isEmpty()
                ? part.told() + (part.told().isEmpty() ? "" : " · ") + remaining
                : part.told();
        if (!told.isEmpty()) {
            Label text = new Label(told);
            text.getStyleClass().addAll("muted", "stage-told");
            text.setMinWidth(Region.USE_PREF_SIZE);
            getChildren().add(text);
        }
    }

    private static FontIcon icon(Pipeline.State state) {
        return new FontIcon(
                switch (state) {
                    case DONE -> MaterialDesignC.CHECK_CIRCLE;
                    case ACTIVE -> MaterialDesignP.PROGRESS_CLOCK;
                    case HALTED -> MaterialDesignP.PAUSE_CIRCLE_OUTLINE;
                    case TO_COME -> MaterialDesignC.CIRCLE_OUTLINE;
                });
    }

    private static String said(Pipeline.Part part) {
        String state =
                switch (part.state()) {
                    case DONE -> "done";
                    case ACTIVE -> "at work";
                    case HALTED -> "halted";
                    case TO_COME -> "to come";
                };
        return part.told().isEmpty() ? state : state + ", " + part.told();
    }
}
