package org.densepath.app.runs;

import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.densepath.app.live.StageMark;
import org.densepath.experiment.ScoreTable;
import org.densepath.run.RunSettings;
import org.densepath.run.RunSummary;

/// A run's scores by method, the settings that tell it from others, and what it took.
final class RunFacts extends GridPane {
    private static final List<Map.Entry<String, String>> SETTINGS = List.of(
            Map.entry("Reward", "reward.definition"),
            Map.entry("Reference at", "reward.references"),
            Map.entry("DPR steps", "dpr.steps"),
            Map.entry("Prompts × samples", "dpr.prompts"),
            Map.entry("Learning rate", "dpr.learningRate"),
            Map.entry("KL coefficient", "dpr.klCoefficient"),
            Map.entry("Baseline", "dpr.baseline"),
            Map.entry("Seeds", "seeds"));

    private final Label size = new Label();
    private int at;

    RunFacts() {
        super(14, 3);
        getStyleClass().add("run-facts");
        ColumnConstraints second = new ColumnConstraints();
        second.setHgrow(Priority.ALWAYS);
        second.setMinWidth(0);
        getColumnConstraints().addAll(new ColumnConstraints(), second);
        size.setId("run-size");
    }

    void show(RunRow row) {
        getChildren().clear();
        at = 0;
        scores(row.now());
        settings(row.now().settings());
        heading("Folder");
        fact("Name", row.folder().getFileName().toString());
        fact("Started", RunWords.date(row.now().started()));
        fact("At work for", RunWords.duration(row.now().progress().worked()));
        fact("Warnings", row.now().warnings() == 0 ? "" : "" + row.now().warnings());
        addRow(at, key("Size on disk"), size);
    }

    void size(String text) {
        size.setText(text);
    }

    private void scores(RunSummary run) {
        ScoreTable table = ScoreTable.of(run.scores());
        if (table.columns().isEmpty()) {
            return;
        }
        String score = table.columns().contains("success_sampled")
                ? "success_sampled"
                : table.columns().getFirst();
        String label = ScoreTable.label(score);
        heading(Character.toUpperCase(label.charAt(0))
                + label.substring(1)
                + (score.startsWith("success") ? ", % of held-out prompts" : ""));
        for (ScoreTable.Row row : table.rows()) {
            ScoreTable.Cell cell = row.cells().get(score);
            if (cell != null) {
                fact(StageMark.stageName(row.arm()), ScoreTable.text(score, cell));
            }
        }
    }

    private void settings(RunSettings settings) {
        if (settings.values().isEmpty()) {
            return;
        }
        heading("Settings");
        fact("Model", RunWords.model(settings));
        fact("Methods", RunWords.methods(settings));
        for (Map.Entry<String, String> setting : SETTINGS) {
            String value = settings.value(setting.getValue()).orElse("");
            boolean prompts = setting.getValue().equals("dpr.prompts");
            fact(
                    setting.getKey(),
                    prompts && !value.isEmpty()
                            ? value + " × " + settings.value("dpr.samples").orElse("?")
                            : value.replace('_', ' '));
        }
    }

    private void heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("section-title", at == 0 ? "first-title" : "next-title");
        label.setMinWidth(0);
        add(label, 0, at++, 2, 1);
    }

    private void fact(String key, String value) {
        if (!value.isEmpty()) {
            Label label = new Label(value);
            label.setMinWidth(0);
            label.setTooltip(new Tooltip(value));
            addRow(at++, key(key), label);
        }
    }

    private static Label key(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
