package org.densepath.experiment.result;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.densepath.bench.KeptScore;
import org.densepath.bench.statistics.Interval;
import org.densepath.experiment.ArmComparison;
import org.densepath.experiment.ArmTable;
import org.densepath.experiment.BenchTests;
import org.densepath.experiment.Experiment;
import org.densepath.experiment.FigureProvenance;
import org.densepath.experiment.ScoreTable;
import org.densepath.run.EventLog;
import org.densepath.run.RunFolder;
import org.densepath.run.RunState;

/// A run's arms and what they reached and cost: a row an arm, a column a score, each cell with its interval and
/// what the tests of [ArmTable] say of it.
///
/// @param provenance where it comes from, as in [FigureProvenance]
/// @param seeds that the tests are over; empty where nothing was tested
/// @param comparisons how many differences Holm's correction counts
public record ResultTable(
        Map<String, String> provenance, List<Integer> seeds, List<Column> columns, List<Row> rows, int comparisons) {
    /// Stands beside what differs from SFT.
    public static final String SFT_MARK = "*";
    /// Stands beside what differs from continued SFT.
    public static final String CONTINUED_MARK = "†";

    /// A column.
    ///
    /// @param kind what its numbers are
    /// @param main whether a reader needs it at first
    public record Column(String id, String label, Unit unit, Kind kind, boolean main) {
        public enum Kind {
            /// Success on the held-out prompts, tested.
            SUCCESS,
            /// A benchmark's main score, tested where its checks are kept.
            BENCHMARK,
            /// What the run has measured besides, not tested.
            MEASURED,
            /// What an arm has cost.
            COST
        }

        /// `success, greedy (%)`.
        public String heading() {
            return label + (unit == Unit.PERCENT ? " (%)" : "");
        }

        /// The same with a capital, but for names of benchmarks.
        public String title() {
            return kind == Kind.BENCHMARK
                    ? heading()
                    : Character.toUpperCase(heading().charAt(0)) + heading().substring(1);
        }
    }

    /// A row, its cells in the columns' order.
    public record Row(String arm, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /// A number, in the column's own unit before it is scaled.
    ///
    /// @param value NaN for none
    /// @param seeds how many seeds it is over
    /// @param n how many prompts or verdicts a seed, 0 where that is not known
    /// @param sft against SFT, null for not tested
    /// @param continued against continued SFT, null for not tested
    /// @param best whether it is the best of its column, and ahead of the next
    public record Cell(Interval value, int seeds, int n, ArmComparison sft, ArmComparison continued, boolean best) {
        static final Cell NONE = new Cell(Interval.none(Double.NaN), 0, 0, null, null, false);

        public boolean isEmpty() {
            return Double.isNaN(value.value());
        }

        /// `*`, `†`, both or none: from what it differs by a corrected p below 0.05, in either direction.
        public String marks() {
            return (sft != null && sft.significant() ? SFT_MARK : "")
                    + (continued != null && continued.significant() ? CONTINUED_MARK : "");
        }
    }

    public ResultTable {
        seeds = List.copyOf(seeds);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// What a run's folder tells by now. Reads all answers and tests them, which may take seconds.
    public static ResultTable of(RunFolder folder, Experiment experiment) {
        return of(
                folder,
                experiment,
                ArmTable.of(folder, experiment),
                ScoreTable.of(RunState.of(EventLog.read(folder.events()))));
    }

    /// The same where the success and what the run has told are known.
    public static ResultTable of(RunFolder folder, Experiment experiment, ArmTable arms, ScoreTable told) {
        List<KeptScore> bench = KeptScore.of(folder);
        return of(
                FigureProvenance.of(folder, experiment),
                arms,
                bench,
                BenchTests.of(folder, bench, experiment.evaluation().bootstrap()),
                told);
    }

    /// The same from its parts, each of which may be empty.
    public static ResultTable of(
            Map<String, String> provenance,
            ArmTable arms,
            List<KeptScore> bench,
            BenchTests benchTests,
            ScoreTable told) {
        return new ResultRows(provenance, arms, bench, benchTests, told).table();
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public Optional<Column> column(String id) {
        return columns.stream().filter(column -> column.id().equals(id)).findFirst();
    }

    /// A cell; an empty one where there is none.
    public Cell cell(String arm, String column) {
        for (Row row : rows) {
            if (row.arm().equals(arm)) {
                return IntStream.range(0, columns.size())
                        .filter(i -> columns.get(i).id().equals(column))
                        .mapToObj(row.cells()::get)
                        .findFirst()
                        .orElse(Cell.NONE);
            }
        }
        return Cell.NONE;
    }

    /// The same rows with the columns that a reader needs at first.
    public ResultTable main() {
        int[] kept = IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).main())
                .toArray();
        return new ResultTable(
                provenance,
                seeds,
                IntStream.of(kept).mapToObj(columns::get).toList(),
                rows.stream()
                        .map(row -> new Row(
                                row.arm(),
                                IntStream.of(kept).mapToObj(row.cells()::get).toList()))
                        .toList(),
                comparisons);
    }
}
