package org.densepath.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.densepath.paint.NumberText;
import org.densepath.run.Event;
import org.densepath.run.RunFolder;
import org.densepath.run.RunState;

/// The scores of a run's arms: one row an arm, one cell a score. Of several seeds the mean value; its interval is
/// over seeds and prompts where the run's folder was asked ([#of(RunState, RunFolder)]), else the mean ends of
/// theirs.
public record ScoreTable(List<String> columns, List<Row> rows) {
    /// An arm and its cells by score name.
    public record Row(String arm, Map<String, Cell> cells) {}

    /// `low` and `high` are NaN where a score has no interval.
    public record Cell(double value, double low, double high, int seeds) {}

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("success_greedy", "success, greedy"),
            Map.entry("success_sampled", "success, sampled"),
            Map.entry("return_greedy", "return, greedy"),
            Map.entry("return_sampled", "return, sampled"),
            Map.entry("length_greedy", "length, greedy"),
            Map.entry("length_sampled", "length, sampled"),
            Map.entry("reference_logp", "log π of references"),
            Map.entry("auroc_return", "AUROC of Σ r̂"),
            Map.entry("validation_auroc_return", "AUROC of Σ r̂, validation"),
            Map.entry("validation_auroc_mean_reward", "AUROC of mean r̂, validation"),
            Map.entry("validation_auroc_logp", "AUROC of Σ log π_SFT, validation"),
            Map.entry("validation_auroc_length", "AUROC of length, validation"));

    private static final List<String> FIRST =
            List.of("success_greedy", "success_sampled", "return_sampled", "return_greedy", "reference_logp");

    public static ScoreTable of(RunState state) {
        return of(state.scores());
    }

    /// With intervals over seeds and prompts from the answers that the run keeps. Scores of several seeds of
    /// which it keeps no number for each prompt have none.
    public static ScoreTable of(RunState state, RunFolder folder) {
        ScoreTable averaged = of(state);
        SeedIntervals intervals = SeedIntervals.of(state, folder);
        List<Row> rows = new ArrayList<>();
        for (Row row : averaged.rows()) {
            Map<String, Cell> cells = new LinkedHashMap<>(row.cells());
            cells.replaceAll((score, cell) -> cell.seeds() > 1 ? intervals.cell(row.arm(), score, cell) : cell);
            rows.add(new Row(row.arm(), cells));
        }
        return new ScoreTable(averaged.columns(), rows);
    }

    public static ScoreTable of(List<Event.ScoreComputed> scored) {
        Map<String, Map<String, Map<Integer, Event.ScoreComputed>>> all = new LinkedHashMap<>();
        List<String> columns = new ArrayList<>();
        for (Event.ScoreComputed s : scored) {
            all.computeIfAbsent(s.arm(), arm -> new LinkedHashMap<>())
                    .computeIfAbsent(s.score(), score -> new LinkedHashMap<>())
                    .put(s.seed(), s);
            if (!columns.contains(s.score())) {
                columns.add(s.score());
            }
        }
        columns.sort(Comparator.comparingInt(ScoreTable::rank));
        List<Row> rows = new ArrayList<>();
        all.forEach((arm, scores) -> {
            Map<String, Cell> cells = new LinkedHashMap<>();
            scores.forEach((score, bySeed) -> cells.put(score, mean(bySeed.values())));
            rows.add(new Row(arm, cells));
        });
        return new ScoreTable(columns, rows);
    }

    /// What a reader looks for first: success, then the reward, then the rest as they came.
    private static int rank(String score) {
        int known = FIRST.indexOf(score);
        return known < 0 ? FIRST.size() : known;
    }

    private static Cell mean(Iterable<Event.ScoreComputed> seeds) {
        double value = 0;
        double low = 0;
        double high = 0;
        int n = 0;
        for (Event.ScoreComputed s : seeds) {
            value += s.value();
            low += s.low();
            high += s.high();
            n++;
        }
        return new Cell(value / n, low / n, high / n, n);
    }

    /// What a person calls a score.
    public static String label(String score) {
        return LABELS.getOrDefault(score, score.replace('_', ' '));
    }

    /// A cell as text: `39.5 [36.8, 42.1]` in per cent for success rates, else with two decimals.
    public static String text(String score, Cell cell) {
        double scale = score.startsWith("success") ? 100 : 1;
        int decimals = score.startsWith("success") ? 1 : 2;
        String value = NumberText.decimals(cell.value() * scale, decimals);
        return Double.isNaN(cell.low())
                ? value
                : value + " [" + NumberText.decimals(cell.low() * scale, decimals) + ", "
                        + NumberText.decimals(cell.high() * scale, decimals) + "]";
    }
}
