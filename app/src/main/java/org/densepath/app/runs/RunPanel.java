package org.densepath.app.runs;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// The chosen run: how it stands, what can be done with it, its notes and its settings.
final class RunPanel extends StackPane {
    private final RunsViewModel model;
    private final Label name = new Label();
    private final Label badge = new Label();
    private final Label sentence = new Label();
    private final VBox remarks = new VBox(4);
    private final List<DeedButton> deeds = new ArrayList<>();
    private final NotesEditor notes;
    private final RunFacts facts = new RunFacts();
    private RunRow shown;

    RunPanel(RunsViewModel model) {
        this.model = model;
        notes = new NotesEditor(model);
        name.setId("chosen-run");
        name.getStyleClass().add("card-title");
        name.setWrapText(true);
        badge.setMinWidth(Region.USE_PREF_SIZE);
        badge.setId("chosen-state");
        sentence.setId("chosen-sentence");
        sentence.setWrapText(true);
        HBox title = new HBox(10, name, badge);
        title.setAlignment(Pos.CENTER_LEFT);
        VBox content = new VBox(12, title, sentence, remarks, buttons(), notes, facts);
        content.getStyleClass().add("run-panel");
        for (var part : content.getChildren()) {
            ((Region) part).setMinHeight(Region.USE_PREF_SIZE);
        }
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        getChildren().add(scroll);
        model.looks().subscribe(_ -> update());
    }

    void show(RunRow row) {
        boolean other = row != shown;
        shown = row;
        if (other) {
            facts.size("…");
            model.measure(row, size -> {
                if (shown == row) {
                    facts.size(size);
                }
            });
        }
        update();
    }

    private void update() {
        if (shown == null) {
            return;
        }
        Standing standing = shown.standing().get();
        name.setText(shown.now().name());
        badge.setText(standing.label());
        badge.getStyleClass().setAll("label", "badge", standing.style());
        sentence.setText(RunWords.sentence(shown));
        boolean bad = standing == Standing.FAILED || standing == Standing.UNREADABLE;
        sentence.getStyleClass().setAll("label", bad ? "problem" : "muted");
        remarks.getChildren()
                .setAll(shown.now().remarks().stream().map(RunPanel::remark).toList());
        remarks.setVisible(!remarks.getChildren().isEmpty());
        remarks.setManaged(remarks.isVisible());
        deeds.forEach(deed -> deed.update(model));
        notes.show(shown);
        facts.show(shown);
    }

    private GridPane buttons() {
        GridPane grid = new GridPane(6, 6);
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        grid.getColumnConstraints().addAll(half, half);
        int at = 0;
        for (RunDeed deed : RunDeed.values()) {
            if (model.offers(deed)) {
                DeedButton button = new DeedButton(deed, model);
                if (deed == RunDeed.OPEN) {
                    button.styled("accent");
                }
                deeds.add(button);
                grid.add(button, at % 2, at / 2);
                at++;
            }
        }
        return grid;
    }

    private static Label remark(String text) {
        FontIcon icon = new FontIcon(MaterialDesignA.ALERT_OUTLINE);
        Label label = new Label(text, icon);
        label.setWrapText(true);
        label.getStyleClass().add("warning");
        return label;
    }
}
