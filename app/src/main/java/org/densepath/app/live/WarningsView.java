package org.densepath.app.live;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.densepath.run.Event;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// What the watch and the run have warned of: the newest in sight, all of them on request, each with what to do.
final class WarningsView extends VBox {
    private static final double TALLEST = 170;

    private final Consumer<Event.Warning> shows;
    private final Label newest = new Label();
    private final Hyperlink all = new Hyperlink();
    private final VBox list = new VBox(4);
    private final ScrollPane scroll = new ScrollPane(list);
    private List<Event.Warning> warnings = List.of();
    private boolean manySeeds;

    /// @param shows shows the curve that a warning is about
    WarningsView(Consumer<Event.Warning> shows) {
        super(4);
        this.shows = shows;
        setId("warnings");
        newest.getStyleClass().add("warning");
        newest.setGraphic(new FontIcon(MaterialDesignA.ALERT_OUTLINE));
        newest.setId("newest-warning");
        newest.setMinWidth(0);
        newest.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(newest, Priority.ALWAYS);
        all.setId("all-warnings");
        all.setMinWidth(Region.USE_PREF_SIZE);
        all.setOnAction(_ -> {
            if (warnings.size() == 1) {
                shows.accept(warnings.getFirst());
            } else {
                scroll.setVisible(!scroll.isVisible());
                name();
            }
        });
        HBox first = new HBox(10, newest, all);
        first.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(TALLEST);
        scroll.setVisible(false);
        scroll.managedProperty().bind(scroll.visibleProperty());
        scroll.getStyleClass().add("edge-to-edge");
        getChildren().addAll(first, scroll);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    void show(List<Event.Warning> now, boolean many) {
        if (now.equals(warnings) && many == manySeeds) {
            return;
        }
        warnings = now;
        manySeeds = many;
        setVisible(!now.isEmpty());
        if (now.isEmpty()) {
            scroll.setVisible(false);
            return;
        }
        scroll.setVisible(scroll.isVisible() && now.size() > 1);
        all.setVisible(now.size() > 1 || !now.getFirst().metric().isEmpty());
        newest.setText(sentence(now.getLast()));
        newest.setTooltip(new Tooltip(sentence(now.getLast())));
        List<HBox> rows = new ArrayList<>();
        now.reversed().forEach(warning -> rows.add(row(warning)));
        list.getChildren().setAll(rows);
        name();
    }

    private void name() {
        all.setText(
                scroll.isVisible()
                        ? "Hide warnings"
                        : warnings.size() == 1 ? "Show the curve" : "All " + warnings.size() + " warnings");
    }

    private HBox row(Event.Warning warning) {
        Label where = new Label(StageMark.stageName(warning.stage()) + " step " + warning.step()
                + (manySeeds ? ", seed " + warning.seed() : ""));
        where.getStyleClass().add("muted");
        where.setMinWidth(120);
        Label what = new Label(sentence(warning));
        what.setWrapText(true);
        what.setMinWidth(0);
        HBox.setHgrow(what, Priority.ALWAYS);
        what.setMaxWidth(Double.MAX_VALUE);
        HBox row = new HBox(10, where, what);
        if (!warning.metric().isEmpty()) {
            Button show = new Button("Show the curve");
            show.getStyleClass().add("small");
            show.setMinWidth(Region.USE_PREF_SIZE);
            show.setOnAction(_ -> shows.accept(warning));
            row.getChildren().add(show);
        }
        return row;
    }

    private static String sentence(Event.Warning warning) {
        return Sentences.joined(warning.what(), warning.whatToDo());
    }
}
