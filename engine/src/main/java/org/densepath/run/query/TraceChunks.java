package org.densepath.run.query;

import java.io.File;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/// Reads many trace files some megabytes at a time: memory stays small whatever the run's size, work can be
/// cancelled, and a file that cannot be read costs only itself.
final class TraceChunks {
    private static final long BYTES = 24 << 20;
    private static final int FILES = 128;

    private TraceChunks() {}

    /// Reads these files, and changes nothing when it fails.
    @FunctionalInterface
    interface Work {
        void read(List<TraceFile> files) throws SQLException;
    }

    /// Does `work` on all of `files`, in order; `leftOut` is told those on which it fails.
    static void each(List<TraceFile> files, Reading reading, Consumer<LeftOut> leftOut, Work work) {
        int done = 0;
        while (done < files.size()) {
            reading.at(done, files.size());
            int to = end(files, done);
            read(files.subList(done, to), work, leftOut);
            done = to;
        }
        reading.at(done, files.size());
    }

    private static void read(List<TraceFile> chunk, Work work, Consumer<LeftOut> leftOut) {
        try {
            work.read(chunk);
        } catch (SQLException e) {
            if (chunk.size() == 1) {
                leftOut.accept(new LeftOut(chunk.getFirst(), reason(e, chunk.getFirst())));
            } else {
                int half = chunk.size() / 2;
                read(chunk.subList(0, half), work, leftOut);
                read(chunk.subList(half, chunk.size()), work, leftOut);
            }
        }
    }

    private static int end(List<TraceFile> files, int from) {
        long bytes = 0;
        int to = from;
        while (to < files.size() && to - from < FILES && (to == from || bytes < BYTES)) {
            bytes += files.get(to).path().toFile().length();
            to++;
        }
        return to;
    }

    private static String reason(SQLException e, TraceFile file) {
        File there = file.path().toFile();
        if (!there.isFile()) {
            return "it is gone";
        }
        String said = String.valueOf(e.getMessage());
        return said.contains("magic bytes") || said.contains("too small")
                ? "it is torn"
                : said.lines().findFirst().orElse(said);
    }
}
