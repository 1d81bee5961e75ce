package org.densepath.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.densepath.BadInputException;
import org.densepath.run.AtomicFiles;
import picocli.CommandLine.Option;

/// Where a command's lines go: the standard output, or a file that is not there yet.
final class LineFile {
    private static final String STREAM = "-";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            defaultValue = STREAM,
            description = "Where the JSON lines go; - is the standard output (default: -).")
    private String output;

    @Option(names = "--overwrite", description = "Replace OUT where it exists; else that is an error.")
    private boolean overwrite;

    /// Throws [BadInputException] when a file would be overwritten.
    void check() {
        Path file = Path.of(output);
        if (!output.equals(STREAM) && (Files.isDirectory(file) || !overwrite && Files.exists(file))) {
            throw new BadInputException("The output " + output + " exists already; name another, or add --overwrite.");
        }
    }

    void write(Streams streams, List<? extends JsonNode> rows) {
        if (output.equals(STREAM)) {
            rows.forEach(streams.out()::println);
            streams.out().flush();
            return;
        }
        StringBuilder lines = new StringBuilder();
        rows.forEach(row -> lines.append(row).append('\n'));
        AtomicFiles.write(Path.of(output), lines.toString());
    }
}
