package org.densepath.app.launch;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.densepath.experiment.ExperimentData;
import org.densepath.experiment.ExperimentData.Overlapping;
import org.densepath.experiment.ExperimentPreview;
import org.densepath.experiment.Workload;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// How many records there are of each kind, what is left out, and whether a held-out prompt is also trained on.
final class DataView extends VBox {
    private static final int NAMED = 4;

    private final GridPane counts = new GridPane(8, 3);
    private final VBox overlap = new VBox(3);
    private final VBox notes = new VBox(3);

    DataView(LaunchViewModel model) {
        super(8);
        setId("data-check");
        getStyleClass().add("card");
        Label title = new Label("Data and split");
        title.getStyleClass().add("card-title");
        ColumnConstraints number = new ColumnConstraints();
        number.setHalignment(HPos.RIGHT);
        ColumnConstraints rest = new ColumnConstraints();
        rest.setHgrow(Priority.ALWAYS);
        counts.getColumnConstraints().addAll(number, rest, number, rest);
        notes.managedProperty().bind(Bindings.isNotEmpty(notes.getChildren()));
        counts.managedProperty().bind(Bindings.isNotEmpty(counts.getChildren()));
        getChildren().addAll(title, counts, overlap, notes);
        model.preview().subscribe(this::show);
    }

    private void show(Optional<ExperimentPreview> preview) {
        counts.getChildren().clear();
        overlap.getChildren().clear();
        notes.getChildren().clear();
        Optional<ExperimentData> data = preview.flatMap(ExperimentPreview::data);
        if (data.isEmpty()) {
            overlap.getChildren().setAll(muted("Appears when the demonstrations can be read."));
            return;
        }
        Optional<Workload> work = preview.flatMap(ExperimentPreview::work);
        ExperimentData d = data.get();
        count(0, 0, work.map(Workload::demonstrations).orElse(d.demonstrations().size()), "demonstrations");
        count(0, 2, work.map(w -> w.prompts().count()).orElse(d.prompts().size()), "DPR prompts");
        count(1, 0, work.map(w -> w.validation().count()).orElse(d.validation().size()), "validation");
        count(1, 2, work.map(w -> w.heldOut().count()).orElse(d.heldOut().size()), "held out");
        overlaps(d);
        int left = d.notes().size() + work.map(Workload::tooLong).orElse(0);
        if (left > 0) {
            Label first = muted(left + (left == 1 ? " record is" : " records are") + " left out. "
                    + (d.notes().isEmpty()
                            ? "Too long: raise the longest sequence to keep them."
                            : d.notes().getFirst()));
            notes.getChildren().add(first);
        }
        if (d.heldOut().isEmpty()) {
            notes.getChildren().add(muted("Without held-out prompts there are no scores."));
        }
    }

    private void overlaps(ExperimentData data) {
        List<Overlapping> all = data.overlaps();
        if (all.isEmpty()) {
            boolean any = !data.validation().isEmpty() || !data.heldOut().isEmpty();
            Label fine = new Label(
                    any ? "No prompt is both trained on and held out." : "Nothing is held out.",
                    new FontIcon(any ? MaterialDesignC.CHECK_CIRCLE_OUTLINE : MaterialDesignA.ALERT_CIRCLE_OUTLINE));
            fine.setId("overlap");
            fine.getStyleClass().add(any ? "launch-fine" : "warning");
            overlap.getChildren().add(fine);
            return;
        }
        Label bad = new Label(
                String.format(Locale.ROOT, "%,d", all.size()) + (all.size() == 1 ? " prompt is" : " prompts are")
                        + " both trained on and held out:",
                new FontIcon(MaterialDesignA.ALERT_CIRCLE_OUTLINE));
        bad.setId("overlap");
        bad.getStyleClass().add("problem");
        bad.setWrapText(true);
        overlap.getChildren().add(bad);
        for (Overlapping one : all.subList(0, Math.min(NAMED, all.size()))) {
            String kind = one.key().equals("data.heldOut") ? "Held-out" : "Validation";
            Label named = muted(kind + " line " + one.line() + " is training line " + one.trainingLine() + ": “"
                    + one.text() + "”");
            named.setWrapText(false);
            overlap.getChildren().add(named);
        }
        if (all.size() > NAMED) {
            overlap.getChildren().add(muted("and " + (all.size() - NAMED) + " more"));
        }
    }

    private void count(int row, int column, int count, String what) {
        Label number = new Label(String.format(Locale.ROOT, "%,d", count));
        number.getStyleClass().add("launch-count");
        Label name = new Label(what);
        name.setMinWidth(0);
        counts.add(number, column, row);
        counts.add(name, column + 1, row);
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        return label;
    }
}
