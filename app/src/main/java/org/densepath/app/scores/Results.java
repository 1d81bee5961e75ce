package org.densepath.app.scores;

import java.util.List;
import java.util.Map;
import org.densepath.app.live.RunSnapshot;
import org.densepath.bench.KeptScore;
import org.densepath.experiment.ArmTable;
import org.densepath.experiment.BenchTests;
import org.densepath.experiment.FamilyScores;
import org.densepath.experiment.result.ResultTable;
import org.densepath.run.Event;

/// What the page shows of a run.
///
/// @param told each seed's scores as the run has told them
/// @param tested whether the table has its tests, or the run has nothing to test
record Results(
        ResultTable table,
        FamilyScores families,
        List<KeptScore> bench,
        List<Event.ScoreComputed> told,
        boolean tested) {
    static final Results NONE = of(RunSnapshot.NOTHING);

    Results {
        bench = List.copyOf(bench);
        told = List.copyOf(told);
    }

    /// What the run itself has told, nothing tested.
    static Results of(RunSnapshot run) {
        return new Results(
                ResultTable.of(Map.of("run", run.title()), ArmTable.EMPTY, List.of(), BenchTests.NONE, run.scores()),
                FamilyScores.EMPTY,
                List.of(),
                run.details().scores(),
                false);
    }

    Results with(FamilyScores other) {
        return new Results(table, other, bench, told, tested);
    }

    /// All arms in the table's order, which is that of their colours.
    List<String> arms() {
        return table.rows().stream().map(ResultTable.Row::arm).toList();
    }

    /// What figures call the run.
    String run() {
        return table.provenance().getOrDefault("run", "");
    }
}
