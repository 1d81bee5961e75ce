package org.densepath.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.densepath.data.Refused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What a data file holds and which of its lines cannot be used, with the reason.
@Command(
        name = "check",
        description =
                "Tell what a data file holds (.jsonl, .json or .parquet, told by its content), how many records can be"
                        + " used, and which lines cannot, with the reason. Exit code 2 where there is one that cannot.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  densepath data check demonstrations.jsonl",
            "  densepath data check prompts.parquet --as prompts --json"
        })
final class CheckCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(paramLabel = "FILE", description = "The file to look at.")
    private Path file;

    @Option(
            names = "--as",
            paramLabel = "KIND",
            defaultValue = "auto",
            description = "demonstrations, prompts, or auto: demonstrations where there are any (default: auto).")
    private DataFile.Kind kind;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    CheckCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        DataFile data = DataFile.read(file, kind);
        if (json) {
            streams.out().println(object(data));
        } else {
            print(data);
        }
        streams.out().flush();
        return data.refused().isEmpty() ? Failures.OK : Failures.BAD_INPUT;
    }

    private void print(DataFile data) {
        PrintStream out = streams.out();
        out.println(file + ": " + data.records() + " " + data.kind() + ", format " + data.format() + ", "
                + data.refused().size() + " refused");
        data.refused().forEach(refused -> out.println("  " + refused));
        data.notes().forEach(note -> out.println("  note: " + note));
    }

    private ObjectNode object(DataFile data) {
        ObjectNode object = RowStream.JSON.createObjectNode();
        object.put("file", file.toString()).put("kind", data.kind()).put("format", data.format());
        object.put("records", data.records());
        put(object.putArray("refused"), data.refused());
        put(object.putArray("notes"), data.notes());
        return object;
    }

    private static void put(ArrayNode list, List<Refused> lines) {
        lines.forEach(refused -> list.addObject().put("line", refused.line()).put("reason", refused.reason()));
    }
}
