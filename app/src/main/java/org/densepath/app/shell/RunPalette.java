package org.densepath.app.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.densepath.app.runs.RunRow;
import org.densepath.app.runs.RunWords;
import org.densepath.app.runs.Standing;
import org.densepath.run.RunSummary;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Chooses a run of the library: those at work first, then the newest.
final class RunPalette extends ChoicePalette<RunRow> {
    private final Consumer<Path> takes;

    /// @param id see [ChoicePalette]
    /// @param find the runs that a query finds
    /// @param ticked whether a run is among those that were chosen before
    /// @param takes the chosen run's folder
    RunPalette(
            String id,
            String prompt,
            Function<String, List<RunRow>> find,
            Predicate<Path> ticked,
            Consumer<Path> takes) {
        super(id, prompt, "No run is called so.", find, () -> new Cell(ticked), 7, 50);
        this.takes = takes;
    }

    @Override
    boolean possible(RunRow row) {
        return true;
    }

    @Override
    void choose(RunRow row) {
        takes.accept(row.folder());
    }

    /// A run's name and state, its method and model, and when it was.
    private static final class Cell extends ListCell<RunRow> {
        private final Predicate<Path> ticked;
        private final FontIcon tick = new FontIcon(MaterialDesignC.CHECK);
        private final Label name = new Label();
        private final Label badge = new Label();
        private final Label about = new Label();
        private final Label when = new Label();
        private final HBox content;

        Cell(Predicate<Path> ticked) {
            this.ticked = ticked;
            name.getStyleClass().add("card-title");
            name.setMinWidth(0);
            badge.setMinWidth(Region.USE_PREF_SIZE);
            about.getStyleClass().add("muted");
            about.setMinWidth(0);
            when.getStyleClass().add("muted");
            when.setMinWidth(Region.USE_PREF_SIZE);
            HBox first = new HBox(8, name, badge);
            first.setAlignment(Pos.CENTER_LEFT);
            VBox what = new VBox(2, first, about);
            what.setAlignment(Pos.CENTER_LEFT);
            what.setMinWidth(0);
            HBox.setHgrow(what, Priority.ALWAYS);
            content = new HBox(10, tick, what, when);
            content.setAlignment(Pos.CENTER_LEFT);
            content.setMinWidth(0);
            content.setPrefWidth(0);
        }

        @Override
        protected void updateItem(RunRow row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(empty ? null : content);
            if (!empty) {
                RunSummary run = row.now();
                Standing standing = row.standing().get();
                tick.setVisible(ticked.test(row.folder()));
                name.setText(run.name());
                badge.setText(standing.label());
                badge.getStyleClass().setAll("label", "badge", standing.style());
                about.setText(Stream.of(
                                standing.busy() ? RunWords.progress(run.progress()) : "",
                                RunWords.methods(run.settings()),
                                RunWords.model(run.settings()),
                                RunWords.folderName(row))
                        .filter(part -> !part.isEmpty())
                        .distinct()
                        .collect(Collectors.joining(" · ")));
                when.setText(RunWords.date(run.started()));
                setAccessibleText(String.join(", ", run.name(), standing.label(), about.getText()));
            }
        }
    }
}
