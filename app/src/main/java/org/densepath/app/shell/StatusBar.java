package org.densepath.app.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.densepath.app.live.RunViewModel;
import org.densepath.app.task.BackgroundTask;
import org.densepath.app.task.Tasks;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The line at the bottom: device, memory, worker, the shown run's folder, and what goes on in the background.
final class StatusBar extends HBox {
    private final Tasks tasks;
    private final HBox work = new HBox(8);

    StatusBar(RunViewModel run, MachineWatch machine, Tasks tasks) {
        super(18);
        this.tasks = tasks;
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label device = label("device", "Where the shown run computes");
        Label memory = label("memory", "Memory in use on this machine, of all that it has");
        Label worker = label("worker", "The process that trains; it goes on when the window is closed");
        Label folder = label("folder", "Everything about the shown run stands in this folder");
        folder.setMinWidth(0);
        memory.textProperty().bind(machine.memory());
        device.textProperty().bind(machine.device());
        run.run().subscribe(now -> {
            folder.setText(now.folder().map(path -> "Run folder: " + path).orElse("No run folder yet"));
            worker.setText(now.phase().busy() ? "Worker at work" : "No worker");
        });
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        work.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(device, memory, worker, folder, gap, work);
        tasks.running().subscribe(this::showWork);
    }

    private void showWork() {
        work.getChildren().clear();
        if (tasks.running().isEmpty()) {
            return;
        }
        BackgroundTask first = tasks.running().getFirst();
        int others = tasks.running().size() - 1;
        Label title = new Label(first.title() + (others > 0 ? " and " + others + " more" : ""));
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(first.progress());
        bar.getStyleClass().add("small");
        bar.setPrefWidth(110);
        Button cancel = new Button("", new FontIcon(MaterialDesignC.CLOSE));
        cancel.setId("cancel-task");
        cancel.getStyleClass().addAll("button-icon", "flat", "small");
        cancel.setTooltip(new Tooltip("Cancel: " + first.title()));
        cancel.setAccessibleText("Cancel: " + first.title());
        cancel.setOnAction(_ -> first.cancel());
        work.getChildren().addAll(title, bar, cancel);
    }

    private static Label label(String id, String tooltip) {
        Label label = new Label();
        label.setId(id);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setTooltip(new Tooltip(tooltip));
        return label;
    }
}
