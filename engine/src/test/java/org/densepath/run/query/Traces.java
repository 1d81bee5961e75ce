package org.densepath.run.query;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.densepath.run.TokenValues;
import org.densepath.run.TraceRow;
import org.densepath.run.TraceWriter;
import org.densepath.run.Track;

/// Writes small traces for tests.
final class Traces implements AutoCloseable {
    static final Track DPR = new Track("dpr", "dpr", 1);
    private static final float[] NONE = {};

    private final Path folder;
    private final TraceWriter writer = new TraceWriter();

    Traces(Path folder) {
        this.folder = folder;
    }

    TraceFile file(long step, TraceRow... rows) {
        return file(DPR, step, List.of(rows));
    }

    TraceFile file(Track track, long step, List<TraceRow> rows) {
        Path path = folder.resolve(track.arm() + "-" + step + ".parquet");
        writer.write(path, rows);
        return new TraceFile(track, step, rows.size(), path);
    }

    /// A response that ended by its end token.
    static Response response(int prompt, String... tokens) {
        return new Response(prompt, List.of(tokens), null, TraceRow.Ended.EOS, OptionalDouble.empty(), 0);
    }

    /// What matters of a response to a test.
    record Response(
            int prompt, List<String> tokens, float[] rewards, TraceRow.Ended ended, OptionalDouble check, int sample) {
        Response rewards(float... values) {
            return new Response(prompt, tokens, values, ended, check, sample);
        }

        Response cut() {
            return new Response(prompt, tokens, rewards, TraceRow.Ended.LENGTH, check, sample);
        }

        Response check(double value) {
            return new Response(prompt, tokens, rewards, ended, OptionalDouble.of(value), sample);
        }

        Response sample(int number) {
            return new Response(prompt, tokens, rewards, ended, check, number);
        }

        TraceRow at(long step) {
            float[] values = rewards == null ? NONE : rewards;
            double total = 0;
            for (float value : values) {
                total += value;
            }
            return new TraceRow(
                    step,
                    prompt,
                    sample,
                    "Prompt " + prompt,
                    String.join("", tokens),
                    ended,
                    IntStream.range(0, tokens.size() + 2).toArray(),
                    2,
                    new ArrayList<>(tokens),
                    new TokenValues(NONE, NONE, NONE, values, NONE, NONE, NONE, NONE),
                    total,
                    check);
        }
    }

    @Override
    public void close() {
        writer.close();
    }
}
