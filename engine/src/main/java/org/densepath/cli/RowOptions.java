package org.densepath.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.densepath.BadInputException;
import org.densepath.run.AtomicFiles;
import picocli.CommandLine.Option;

/// Rows in, rows out: JSON lines from a file or a stream to a file or a stream. An output file appears when it is
/// complete.
final class RowOptions {
    private static final String STREAM = "-";

    @Option(
            names = {"-i", "--input"},
            paramLabel = "IN",
            defaultValue = STREAM,
            description = "JSON lines to read; - is the standard input (default: -).")
    private String input;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            defaultValue = STREAM,
            description = "Where the answers go, one JSON line a row; - is the standard output (default: -).")
    private String output;

    @Option(names = "--overwrite", description = "Replace OUT where it exists; else that is an error.")
    private boolean overwrite;

    /// Takes rows from `in`, of which `size` bytes are to come (0: not known), and writes lines to `out`; gives
    /// an exit code.
    interface Work {
        int run(InputStream in, long size, OutputStream out) throws IOException;
    }

    /// Throws [BadInputException] when the input is not there or the output would be overwritten.
    void check() {
        if (!input.equals(STREAM) && !Files.isReadable(Path.of(input))) {
            throw new BadInputException("The input " + input + " does not exist or cannot be read.");
        }
        if (Files.isDirectory(Path.of(input))) {
            throw new BadInputException("The input " + input + " is a folder; name a file of JSON lines.");
        }
        if (!output.equals(STREAM) && !overwrite && holdsSomething(Path.of(output))) {
            throw new BadInputException("The output " + output + " exists already; name another, or add --overwrite.");
        }
    }

    int run(Streams streams, Work work) throws IOException {
        check();
        Path target = Path.of(output);
        if (output.equals(STREAM)) {
            return read(streams, work, streams.out());
        }
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            try (OutputStream out = Files.newOutputStream(target)) {
                return read(streams, work, out);
            }
        }
        int[] code = new int[1];
        AtomicFiles.file(target, temporary -> {
            try (OutputStream out = Files.newOutputStream(temporary)) {
                code[0] = read(streams, work, out);
            }
        });
        return code[0];
    }

    private int read(Streams streams, Work work, OutputStream out) throws IOException {
        if (input.equals(STREAM)) {
            return work.run(streams.in(), 0, out);
        }
        try (InputStream in = Files.newInputStream(Path.of(input))) {
            return work.run(new Named(in, input), Files.size(Path.of(input)), out);
        }
    }

    private static boolean holdsSomething(Path file) {
        try {
            return Files.isDirectory(file) || Files.isRegularFile(file) && Files.size(file) > 0;
        } catch (IOException e) {
            throw new BadInputException("The output " + file + " cannot be looked at (" + e.getMessage() + ").", e);
        }
    }

    /// Tells a failing input from a failing output.
    private static final class Named extends FilterInputStream {
        private final String name;

        Named(InputStream in, String name) {
            super(in);
            this.name = name;
        }

        @Override
        public int read(byte[] bytes, int from, int count) {
            try {
                return in.read(bytes, from, count);
            } catch (IOException e) {
                throw new BadInputException("The input " + name + " cannot be read (" + e.getMessage() + ").", e);
            }
        }
    }
}
