package org.densepath.app.runs;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Several chosen runs: their names, and what can be done with them together.
final class SeveralPanel extends VBox {
    private static final int NAMED = 12;

    private final RunsViewModel model;
    private final Label title = new Label();
    private final VBox names = new VBox(6);
    private final DeedButton trash;

    SeveralPanel(RunsViewModel model, Runnable compare) {
        super(12);
        this.model = model;
        getStyleClass().add("run-panel");
        title.getStyleClass().add("card-title");
        title.setId("chosen-several");
        Label hint = new Label("Compare lays their curves over each other, and lists their scores and the settings"
                + " that differ side by side.");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        hint.getStyleClass().add("muted");
        Button together = new Button("Compare", new FontIcon(MaterialDesignC.COMPARE_HORIZONTAL));
        together.setId("compare-chosen");
        together.getStyleClass().addAll("accent", "small");
        together.setMaxWidth(Double.MAX_VALUE);
        together.setOnAction(_ -> compare.run());
        trash = new DeedButton(RunDeed.TRASH, model);
        trash.setId("trash-chosen");
        HBox buttons = new HBox(6, together, trash);
        HBox.setHgrow(together, Priority.ALWAYS);
        HBox.setHgrow(trash, Priority.ALWAYS);
        getChildren().addAll(title, names, hint, buttons);
        model.looks().subscribe(_ -> update());
    }

    void update() {
        title.setText(model.chosen().size() + " runs are chosen");
        names.getChildren().clear();
        model.chosen().stream().limit(NAMED).forEach(row -> {
            Label name = new Label(row.now().name());
            name.setMinWidth(0);
            Label folder = new Label(RunWords.folderName(row));
            folder.getStyleClass().addAll("muted", "run-small");
            folder.setMinWidth(0);
            Label badge = new Label(row.standing().get().label());
            badge.setMinWidth(Region.USE_PREF_SIZE);
            badge.getStyleClass().addAll("badge", row.standing().get().style());
            HBox line = new HBox(8, name, badge);
            line.setAlignment(Pos.CENTER_LEFT);
            names.getChildren().add(new VBox(line, folder));
        });
        if (model.chosen().size() > NAMED) {
            names.getChildren().add(new Label("and " + (model.chosen().size() - NAMED) + " more"));
        }
        trash.update(model);
    }
}
