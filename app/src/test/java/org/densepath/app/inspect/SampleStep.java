package org.densepath.app.inspect;

import java.nio.file.Path;
import java.util.List;
import org.densepath.run.RunFolder;
import org.densepath.run.TraceReader;
import org.densepath.run.TraceRow;
import org.densepath.run.Track;

/// A kept step of the sample run.
record SampleStep(Path run, List<TraceRow> rows) {
    static final Path HOME =
            Path.of(System.getProperty("densepath.root", "..")).toAbsolutePath().normalize();

    static SampleStep of(long step) {
        RunFolder run = RunFolder.open(HOME.resolve("sample-data").resolve("run"));
        try (TraceReader reader = new TraceReader()) {
            return new SampleStep(run.path(), reader.read(run.rollouts(new Track("dpr", "dpr", 1), step)));
        }
    }

    TokenPlace place(int row, int token) {
        return new TokenPlace(rows.get(row), token, run, "dpr", 1, rows);
    }
}
