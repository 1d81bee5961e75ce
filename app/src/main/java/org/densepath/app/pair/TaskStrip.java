package org.densepath.app.pair;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.densepath.app.task.BackgroundTask;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// What goes on, how far it is, and a way to give it up; or what went wrong, in a sentence.
final class TaskStrip extends HBox {
    /// @param id of the problem's label
    TaskStrip(
            ObservableValue<Optional<BackgroundTask>> task,
            ObservableValue<String> problem,
            Runnable giveUp,
            String id) {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        ProgressBar bar = new ProgressBar();
        bar.setPrefWidth(110);
        bar.setMinWidth(40);
        bar.getStyleClass().add("small");
        Label title = new Label();
        title.getStyleClass().add("muted");
        title.setMinWidth(0);
        Button cancel = new Button("Cancel");
        cancel.getStyleClass().addAll("small", "flat");
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(_ -> giveUp.run());
        Label sentence = new Label();
        sentence.setId(id);
        sentence.setGraphic(new FontIcon(MaterialDesignA.ALERT_OUTLINE));
        sentence.getStyleClass().add("problem");
        sentence.setWrapText(true);
        sentence.setMinWidth(0);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        getChildren().addAll(bar, title, cancel, sentence);
        task.subscribe(now -> {
            bar.progressProperty().unbind();
            now.ifPresent(one -> {
                bar.progressProperty().bind(one.progress());
                title.setText(one.title());
            });
            show(bar, now.isPresent());
            show(title, now.isPresent());
            show(cancel, now.isPresent());
        });
        problem.subscribe(text -> {
            sentence.setText(text);
            show(sentence, !text.isEmpty());
        });
    }

    static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
