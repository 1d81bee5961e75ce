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

    /// Reads these folders. Of runs with the same name, each is called by its folder. Not for the window's
    /// thread.
    ///
    /// Throws [BadInputException] or [RunStorageException] when a run cannot be read.
    static List<ComparedRun> read(List<Path> folders) {
        List<RunState> states = new ArrayList<>();
        for (Path folder : folders) {
            RunState state = new RunState();
            new EventLog(RunFolder.open(folder).events()).poll().forEach(state::apply);
            states.add(state);
        }
        long names = states.stream().map(RunState::name).distinct().count();
        List<ComparedRun> runs = new ArrayList<>();
        for (int i = 0; i < folders.size(); i++) {
            Path folder = folders.get(i);
            String name = names == folders.size() && !states.get(i).name().isEmpty()
                    ? states.get(i).name()
                    : folder.getFileName().toString();
            runs.add(of(name, folder, states.get(i)));
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
