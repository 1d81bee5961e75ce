package org.densepath.app.shell;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.densepath.app.live.RunMachine;
import org.densepath.app.live.RunViewModel;
import org.densepath.app.runs.RunsViewModel;
import org.densepath.app.task.BackgroundTask;
import org.densepath.app.task.Tasks;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The line at the bottom: device, memory, worker and its speed, the shown run's folder, and what goes on in the
/// background.
final class StatusBar extends HBox {
    private static final String EVERYTHING = "Everything about the shown run stands in this folder";

    private final Tasks tasks;
    private final HBox work = new HBox(8);

    /// @param opens shows another run
    StatusBar(RunViewModel run, RunsViewModel library, MachineWatch machine, Tasks tasks, Consumer<Path> opens) {
        super(18);
        this.tasks = tasks;
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label device = label("device", "");
        Label memory = label("memory", "Memory in use on this machine, of all that it has");
        Label speed = label("speed", "Tokens a second in the last step of the stage that is at work");
        Label folder = label("folder", EVERYTHING);
        folder.setMinWidth(0);
        memory.textProperty().bind(machine.memory());
        run.run().subscribe(now -> {
            RunMachine ran = now.details().machine();
            boolean known = !ran.device().isEmpty();
            device.setText(known ? ran.device() : machine.device());
            device.getTooltip().setText(known ? "The shown run computes on: " + ran.machine() : "This machine");
            folder.setText(
                    now.folder().map(path -> "Run folder: " + lastTwo(path)).orElse("No run folder yet"));
            folder.getTooltip()
                    .setText(EVERYTHING + now.folder().map(path -> "\n" + path).orElse(""));
            show(speed, run.speed());
        });
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        work.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(device, memory, new WorkerLink(run, library, opens), speed, folder, gap, work);
        tasks.running().subscribe(this::showWork);
    }

    /// `runs/2026-01-31-demo`: what tells a run; the tooltip has it all.
    private static Path lastTwo(Path folder) {
        int names = folder.getNameCount();
        return names < 2 ? folder : folder.subpath(names - 2, names);
    }

    private static void show(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(label.isVisible());
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
