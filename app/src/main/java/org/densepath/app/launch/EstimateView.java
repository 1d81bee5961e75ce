package org.densepath.app.launch;

import atlantafx.base.theme.Styles;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.densepath.app.live.SpokenTime;
import org.densepath.experiment.ExperimentPreview;
import org.densepath.experiment.MemoryNeed;
import org.densepath.experiment.TimeNeed;

/// What the run will need: memory at its peak beside what there is, and time, phase by phase.
final class EstimateView extends VBox {
    private static final double BUSY = 0.15;

    private final LaunchViewModel model;
    private final Label memory = new Label();
    private final ShareBar memoryBar = new ShareBar();
    private final Label time = new Label();
    private final ShareBar timeBar = new ShareBar();
    private final FlowPane phases = new FlowPane(12, 2);
    private final Label note = new Label();
    private final Button measure = new Button("Measure the speed");
    private final Button fit = new Button("Fit to this device");

    EstimateView(LaunchViewModel model) {
        super(8);
        this.model = model;
        setId("estimate");
        getStyleClass().add("card");
        Label title = new Label("What it will need");
        title.getStyleClass().add("card-title");
        memory.setId("memory-need");
        time.setId("time-need");
        memory.setWrapText(true);
        time.setWrapText(true);
        note.getStyleClass().add("muted");
        note.setWrapText(true);
        note.managedProperty().bind(note.textProperty().isNotEmpty());
        measure.setId("measure-speed");
        measure.getStyleClass().add(Styles.SMALL);
        measure.setTooltip(
                new Tooltip("Does a little of everything in a worker: seconds for a small model, a minute for"
                        + " one of 100 million weights"));
        measure.setOnAction(_ -> model.measure());
        fit.setId("fit-device");
        fit.getStyleClass().add(Styles.SMALL);
        fit.setTooltip(
                new Tooltip("Changes as little as will do to fit the run into the memory, and says what and why"));
        fit.setOnAction(_ -> note.setText(model.fit()));
        getChildren()
                .addAll(
                        title,
                        line("Memory", memory),
                        memoryBar,
                        line("Time", time),
                        timeBar,
                        phases,
                        note,
                        new HBox(8, measure, fit));
        model.preview().subscribe(now -> memory(now.flatMap(ExperimentPreview::memory)));
        model.estimate().subscribe(this::time);
    }

    private static Node line(String name, Label value) {
        Label label = new Label(name);
        label.getStyleClass().add("muted");
        label.setMinWidth(56);
        HBox.setHgrow(value, Priority.ALWAYS);
        return new HBox(8, label, value);
    }

    private void memory(Optional<MemoryNeed> need) {
        fit.setDisable(need.isEmpty());
        if (need.isEmpty()) {
            memory.setText("Known when the model can be read");
            memoryBar.clear();
            return;
        }
        MemoryNeed.Phase peak = need.get().peak();
        long available = MemoryNeed.available();
        memory.setText("about " + Bytes.of(peak.bytes()) + " of " + Bytes.of(available) + " available, most while "
                + during(peak.name()));
        memoryBar.show(List.of(peak.bytes() / (double) Math.max(available, peak.bytes())), peak.bytes() > available);
    }

    private static String during(String phase) {
        return switch (phase) {
            case "SFT" -> "SFT runs";
            case "drawing responses" -> "responses are drawn";
            case "DPR update" -> "DPR updates";
            default -> "scores are made";
        };
    }

    private void time(Estimate estimate) {
        note.setText("");
        phases.getChildren().clear();
        timeBar.clear();
        measure.setDisable(!estimate.measurable());
        measure.setText(estimate.state() == Estimate.State.KNOWN ? "Measure again" : "Measure the speed");
        switch (estimate.state()) {
            case UNKNOWN -> time.setText("Known when the model's speed here is measured");
            case MEASURING -> time.setText("The model's speed is being measured…");
            case FAILED -> {
                time.setText("Not known");
                note.setText(estimate.sentence());
            }
            case KNOWN -> known(estimate.time().orElseThrow(), estimate.others());
        }
    }

    private void known(TimeNeed need, double others) {
        time.setText("about " + inAll(need.seconds()));
        timeBar.show(
                need.phases().stream().map(p -> p.seconds() / need.seconds()).toList(), false);
        for (int i = 0; i < need.phases().size(); i++) {
            TimeNeed.Phase phase = need.phases().get(i);
            Region dot = new Region();
            dot.getStyleClass().addAll("launch-dot", "launch-share-" + i);
            Label label = new Label(phase.name() + " " + spoken(phase.seconds()), dot);
            label.getStyleClass().add("launch-phase");
            label.setMinWidth(Region.USE_PREF_SIZE);
            phases.getChildren().add(label);
        }
        String taken = "Answers of about " + Math.round(need.answerLength()) + " tokens after SFT are taken.";
        note.setText(
                others > BUSY
                        ? taken + " Other work took part of the machine while this was measured; alone it is faster."
                        : taken);
    }

    /// `86 s`, `2 min 15 s`, `34 min`.
    private static String inAll(double seconds) {
        long fives = Math.round(seconds / 5) * 5;
        boolean exact = seconds >= 90 && seconds < 600;
        return exact ? fives / 60 + " min" + (fives % 60 == 0 ? "" : " " + fives % 60 + " s") : spoken(seconds);
    }

    private static String spoken(double seconds) {
        return SpokenTime.of(Duration.ofMillis(Math.round(1000 * seconds)));
    }
}
