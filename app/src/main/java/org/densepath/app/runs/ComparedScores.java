package org.densepath.app.runs;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.densepath.app.live.StageMark;
import org.densepath.experiment.ScoreTable;
import org.densepath.paint.BarFigure;

/// The scores of several runs side by side: a row for each score and method, a cell for each run.
///
/// @param rows by score, those of one score together
record ComparedScores(List<Row> rows) {
    /// @param cells one a run, in the order of the runs; empty where a run has no such score
    record Row(String score, String arm, List<Optional<ScoreTable.Cell>> cells) {
        String label() {
            return ScoreTable.label(score) + (score.startsWith("success") ? ", %" : "");
        }

        String method() {
            return StageMark.stageName(arm);
        }

        String text(int run) {
            return cells.get(run).map(cell -> ScoreTable.text(score, cell)).orElse("—");
        }
    }

    static ComparedScores of(List<ComparedRun> runs) {
        Set<String> scores = new LinkedHashSet<>();
        Set<String> arms = new LinkedHashSet<>(List.of("base", "sft", "sft-at-0.5", "continued-sft", "dpr"));
        for (ComparedRun run : runs) {
            scores.addAll(run.scores().columns());
            run.scores().rows().forEach(row -> arms.add(row.arm()));
        }
        List<Row> rows = new ArrayList<>();
        for (String score : scores) {
            for (String arm : arms) {
                List<Optional<ScoreTable.Cell>> cells =
                        runs.stream().map(run -> cell(run, arm, score)).toList();
                if (cells.stream().anyMatch(Optional::isPresent)) {
                    rows.add(new Row(score, arm, cells));
                }
            }
        }
        return new ComparedScores(rows);
    }

    /// The rows with each score's name over its methods.
    List<CompareTable.Line> lines() {
        List<CompareTable.Line> lines = new ArrayList<>();
        String score = "";
        for (Row row : rows) {
            if (!row.score().equals(score)) {
                score = row.score();
                lines.add(CompareTable.Line.heading(row.label()));
            }
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.cells().size(); i++) {
                cells.add(row.text(i));
            }
            lines.add(new CompareTable.Line(row.method(), cells));
        }
        return lines;
    }

    /// The first score as bars, a group a method and a bar a run: one axis cannot hold two scores. Empty without
    /// scores.
    Optional<BarFigure> figure(List<ComparedRun> runs) {
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        String score = rows.getFirst().score();
        double scale = score.startsWith("success") ? 100 : 1;
        List<BarFigure.Group> groups = new ArrayList<>();
        for (Row row : rows.stream().filter(r -> r.score().equals(score)).toList()) {
            List<BarFigure.Bar> bars = new ArrayList<>();
            for (int i = 0; i < runs.size(); i++) {
                if (row.cells().get(i).isPresent()) {
                    ScoreTable.Cell cell = row.cells().get(i).get();
                    bars.add(new BarFigure.Bar(
                            runs.get(i).name(), scale * cell.value(), scale * cell.low(), scale * cell.high(), "", i));
                }
            }
            groups.add(new BarFigure.Group(row.method(), bars));
        }
        return Optional.of(new BarFigure(
                "Held-out prompts",
                rows.getFirst().label(),
                groups,
                "Mean over prompts with 95 % bootstrap intervals."));
    }

    private static Optional<ScoreTable.Cell> cell(ComparedRun run, String arm, String score) {
        return run.scores().rows().stream()
                .filter(row -> row.arm().equals(arm))
                .flatMap(row -> Optional.ofNullable(row.cells().get(score)).stream())
                .findFirst();
    }
}
