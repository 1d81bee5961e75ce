package org.densepath.app.runs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.densepath.BadInputException;
import org.densepath.experiment.ScoreTable;
import org.densepath.run.EventLog;
import org.densepath.run.MetricKey;
import org.densepath.run.RunFolder;
import org.densepath.run.RunSettings;
import org.densepath.run.RunState;
import org.densepath.run.RunStorageException;

/// One of the runs that are compared, read whole.
///
/// @param name tells it from the others
record ComparedRun(String name, Path folder, Map<MetricKey, Points> curves, ScoreTable scores, RunSettings settings) {
    /// A curve; nobody changes the arrays.
    record Points(double[] steps, double[] values) {}

    /// Reads these folders; run `i` is called `names[i]`. Not for the window's thread.
    ///
    /// Throws [BadInputException] or [RunStorageException] when a run cannot be read.
    static List<ComparedRun> read(List<Path> folders, List<String> names) {
        List<ComparedRun> runs = new ArrayList<>();
        for (int i = 0; i < folders.size(); i++) {
            RunState state = new RunState();
            new EventLog(RunFolder.open(folders.get(i)).events()).poll().forEach(state::apply);
            runs.add(of(names.get(i), folders.get(i), state));
        }
        return runs;
    }

    private static ComparedRun of(String name, Path folder, RunState state) {
        Map<MetricKey, Points> curves = new TreeMap<>();
        state.metrics().forEach((key, series) -> {
            double[] steps = new double[series.size()];
            for (int i = 0; i < steps.length; i++) {
                steps[i] = series.step(i);
            }
            curves.put(key, new Points(steps, series.values()));
        });
        return new ComparedRun(name, folder, curves, ScoreTable.of(state), settings(folder));
    }

    /// A spoiled file costs the settings, not the comparison: the run's own panel says what is wrong with it.
    private static RunSettings settings(Path folder) {
        try {
            return RunSettings.read(RunFolder.open(folder).experiment());
        } catch (BadInputException | RunStorageException _) {
            return RunSettings.NONE;
        }
    }
}
