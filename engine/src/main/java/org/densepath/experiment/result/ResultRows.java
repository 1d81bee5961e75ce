package org.densepath.experiment.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.densepath.bench.KeptScore;
import org.densepath.bench.statistics.Interval;
import org.densepath.experiment.ArmTable;
import org.densepath.experiment.BenchTests;
import org.densepath.experiment.Compute;
import org.densepath.experiment.ScoreTable;
import org.densepath.experiment.result.ResultTable.Cell;
import org.densepath.experiment.result.ResultTable.Column;

/// Puts a [ResultTable] together, column by column.
final class ResultRows {
    private static final List<String> SUCCESS = List.of("success_greedy", "success_sampled");
    private static final String DIFFERENCE = "_minus_sft";

    private final Map<String, String> provenance;
    private final ArmTable tested;
    private final List<KeptScore> bench;
    private final BenchTests benchTests;
    private final ScoreTable told;
    private final Set<String> arms = new LinkedHashSet<>();
    private final Map<Column, Map<String, Cell>> columns = new LinkedHashMap<>();

    ResultRows(
            Map<String, String> provenance,
            ArmTable tested,
            List<KeptScore> bench,
            BenchTests benchTests,
            ScoreTable told) {
        this.provenance = provenance;
        this.tested = tested;
        this.bench = bench;
        this.benchTests = benchTests;
        this.told = told;
        tested.rows().forEach(row -> arms.add(row.arm()));
        told.rows().forEach(row -> arms.add(row.arm()));
        bench.forEach(score -> arms.add(score.arm()));
    }

    ResultTable table() {
        SUCCESS.forEach(this::success);
        benchmarks();
        boolean scored = !columns.isEmpty();
        told.columns().stream()
                .filter(score -> !SUCCESS.contains(score) && !score.endsWith(DIFFERENCE))
                .forEach(score -> put(
                        new Column(score, ScoreTable.label(score), Unit.PLAIN, Column.Kind.MEASURED, !scored),
                        arm -> told(arm, score)));
        costs();
        List<ResultTable.Row> rows = new ArrayList<>();
        for (String arm : arms) {
            rows.add(new ResultTable.Row(
                    arm,
                    columns.values().stream()
                            .map(cells -> cells.getOrDefault(arm, Cell.NONE))
                            .toList()));
        }
        return new ResultTable(
                provenance,
                tested.seeds(),
                List.copyOf(columns.keySet()),
                rows,
                tested.comparisons().size());
    }

    private void put(Column column, Function<String, Cell> cells) {
        Map<String, Cell> found = new LinkedHashMap<>();
        arms.forEach(arm -> found.put(arm, cells.apply(arm)));
        found.values().removeIf(Cell::isEmpty);
        if (!found.isEmpty()) {
            columns.put(column, found);
        }
    }

    /// As tested; where nothing is tested yet, as the run has told it.
    private void success(String score) {
        put(
                new Column(score, ScoreTable.label(score), Unit.PERCENT, Column.Kind.SUCCESS, true),
                arm -> tested.rows().stream()
                        .filter(row -> row.arm().equals(arm) && row.scores().containsKey(score))
                        .map(row -> tested(arm, score, row.scores().get(score)))
                        .findFirst()
                        .orElseGet(() -> told(arm, score)));
    }

    private Cell tested(String arm, String score, Interval value) {
        return new Cell(
                value,
                tested.seeds().size(),
                0,
                tested.comparison(arm, score, "sft").orElse(null),
                tested.comparison(arm, score, "continued-sft").orElse(null),
                tested.leads(arm, score));
    }

    private Cell told(String arm, String score) {
        return told.rows().stream()
                .filter(row -> row.arm().equals(arm) && row.cells().containsKey(score))
                .map(row -> row.cells().get(score))
                .map(c -> new Cell(new Interval(c.value(), c.low(), c.high()), c.seeds(), 0, null, null, false))
                .findFirst()
                .orElse(Cell.NONE);
    }

    /// The main score of each benchmark; a column for each judge where several have judged.
    private void benchmarks() {
        Map<String, List<KeptScore>> byColumn = new LinkedHashMap<>();
        Map<String, Set<String>> judges = new LinkedHashMap<>();
        for (KeptScore score : bench) {
            if (score.main()) {
                judges.computeIfAbsent(score.benchmark(), _ -> new LinkedHashSet<>())
                        .add(score.judge());
            }
        }
        for (KeptScore score : bench) {
            if (score.main()) {
                boolean several = judges.get(score.benchmark()).size() > 1;
                byColumn.computeIfAbsent(
                                label(score) + (several ? ", judge " + score.judge() : ""), _ -> new ArrayList<>())
                        .add(score);
            }
        }
        byColumn.forEach((label, scores) -> put(
                new Column(
                        label.replaceAll("[^\\p{L}\\p{N}.]+", "_"),
                        label,
                        scores.getFirst().share() ? Unit.PERCENT : Unit.PLAIN,
                        Column.Kind.BENCHMARK,
                        true),
                arm -> mean(
                        scores.stream().filter(score -> score.arm().equals(arm)).toList())));
    }

    private static String label(KeptScore score) {
        String name = score.name().replace('_', ' ');
        return name.startsWith(score.benchmark()) ? name : score.benchmark() + ", " + name;
    }

    /// Of several seeds the mean, and the mean ends of their intervals.
    private Cell mean(List<KeptScore> seeds) {
        if (seeds.isEmpty()) {
            return Cell.NONE;
        }
        KeptScore one = seeds.getFirst();
        boolean tested = one.judge().isEmpty();
        return new Cell(
                new Interval(
                        mean(seeds, s -> s.interval().value()),
                        mean(seeds, s -> s.interval().low()),
                        mean(seeds, s -> s.interval().high())),
                seeds.size(),
                seeds.stream().mapToInt(KeptScore::n).min().orElse(0),
                tested
                        ? benchTests
                                .comparison(one.arm(), one.benchmark(), "sft")
                                .orElse(null)
                        : null,
                tested
                        ? benchTests
                                .comparison(one.arm(), one.benchmark(), "continued-sft")
                                .orElse(null)
                        : null,
                tested && benchTests.leads(one.arm(), one.benchmark()));
    }

    private static double mean(List<KeptScore> seeds, ToDoubleFunction<KeptScore> of) {
        return seeds.stream().mapToDouble(of).average().orElse(Double.NaN);
    }

    private void costs() {
        cost("updates", "updates", true, Compute::updates);
        cost("generated", "tokens drawn", true, Compute::generated);
        cost("trained", "tokens trained", true, Compute::trained);
        cost("seconds", "seconds", true, Compute::seconds);
        cost("answered", "tokens answering", false, c -> c.answered() < 0 ? Double.NaN : c.answered());
        put(new Column("seeds", "seeds", Unit.COUNT, Column.Kind.COST, true), arm -> count(seeds(arm)));
    }

    private void cost(String id, String label, boolean main, ToDoubleFunction<Compute> of) {
        put(new Column(id, label, Unit.COUNT, Column.Kind.COST, main), arm -> tested.rows().stream()
                .filter(row -> row.arm().equals(arm) && row.compute() != null)
                .map(row -> count(of.applyAsDouble(row.compute())))
                .findFirst()
                .orElse(Cell.NONE));
    }

    private static Cell count(double value) {
        return new Cell(Interval.none(value), 0, 0, null, null, false);
    }

    /// How many seeds a row's scores are over, at most.
    private int seeds(String arm) {
        return columns.values().stream()
                .map(cells -> cells.getOrDefault(arm, Cell.NONE))
                .mapToInt(Cell::seeds)
                .max()
                .orElse(0);
    }
}
