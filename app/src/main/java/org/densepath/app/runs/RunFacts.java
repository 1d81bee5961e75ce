package org.densepath.app.runs;

import java.util.ArrayList;
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

/// The settings that tell a run from others, its scores by method, and what it took.
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
        RunSummary run = row.now();
        getChildren().clear();
        List<String[]> facts = new ArrayList<>();
        scores(run, facts);
        RunSettings settings = run.settings();
        if (!settings.values().isEmpty()) {
            facts.add(new String[] {"Model", RunWords.model(settings)});
            facts.add(new String[] {"Methods", RunWords.methods(settings)});
        }
        for (Map.Entry<String, String> fact : SETTINGS) {
            settings.value(fact.getValue())
                    .ifPresent(value -> facts.add(new String[] {
                        fact.getKey(),
                        fact.getValue().equals("dpr.prompts")
                                ? value + " × " + settings.value("dpr.samples").orElse("?")
                                : value.replace('_', ' ')
                    }));
        }
        if (run.warnings() > 0) {
            facts.add(new String[] {"Warnings", "" + run.warnings()});
        }
        facts.add(new String[] {"Started", RunWords.date(run.started())});
        facts.add(new String[] {"At work for", RunWords.duration(run.progress().worked())});
        int at = 0;
        for (String[] fact : facts) {
            if (!fact[1].isEmpty()) {
                addRow(at++, key(fact[0]), value(fact[1]));
            }
        }
        addRow(at++, key("Size on disk"), size);
        addRow(at, key("Folder"), value(run.folder().getFileName().toString()));
    }

    void size(String text) {
        size.setText(text);
    }

    private static void scores(RunSummary run, List<String[]> facts) {
        ScoreTable table = ScoreTable.of(run.scores());
        table.columns().stream().findFirst().ifPresent(_ -> {
            String score = table.columns().contains("success_sampled")
                    ? "success_sampled"
                    : table.columns().getFirst();
            for (ScoreTable.Row row : table.rows()) {
                ScoreTable.Cell cell = row.cells().get(score);
                if (cell != null) {
                    facts.add(new String[] {
                        StageMark.stageName(row.arm()),
                        ScoreTable.text(score, cell) + (score.startsWith("success") ? " %" : "")
                    });
                }
            }
        });
    }

    private static Label key(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static Label value(String text) {
        Label label = new Label(text);
        label.setMinWidth(0);
        label.setTooltip(new Tooltip(text));
        return label;
    }
}
