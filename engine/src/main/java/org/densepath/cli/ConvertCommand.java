package org.densepath.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.densepath.BadInputException;
import org.densepath.data.DemonstrationWriter;
import org.densepath.data.Prompt;
import org.densepath.data.PromptFile;
import org.densepath.run.AtomicFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A data file of any known format as JSON lines of one: demonstrations as `messages`, prompts as `prompt`.
@Command(
        name = "convert",
        description = "Write a data file's records as JSON lines: demonstrations as {\"messages\": [...]}, prompts as"
                + " {\"id\", \"prompt\", \"category\", \"reference\"}, conversations of several turns as MT-Bench does."
                + " Refused lines are told on the error stream, with exit code 2.",
        footerHeading = "%nExamples:%n",
        footer = {"  densepath data convert alpaca.json --output demonstrations.jsonl"})
final class ConvertCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(paramLabel = "FILE", description = "The file to convert.")
    private Path file;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            required = true,
            description = "The file to write; it must not exist.")
    private Path output;

    @Option(
            names = "--as",
            paramLabel = "KIND",
            defaultValue = "auto",
            description = "demonstrations, prompts, or auto: demonstrations where there are any (default: auto).")
    private DataFile.Kind kind;

    ConvertCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        if (Files.exists(output)) {
            throw new BadInputException("The output " + output + " exists already; name a file that does not.");
        }
        DataFile data = DataFile.read(file, kind);
        data.refused().forEach(refused -> streams.err().println(file + ": " + refused));
        data.notes().forEach(note -> streams.err().println(file + ": note: " + note));
        if (data.records() == 0) {
            throw new BadInputException(file + " has no record that can be used; nothing was written.");
        }
        switch (data) {
            case DataFile.Demonstrations d -> DemonstrationWriter.write(d.file().demonstrations(), output);
            case DataFile.Prompts p -> AtomicFiles.write(output, lines(p.file()));
        }
        streams.err()
                .println(output + ": " + data.records() + " " + data.kind() + " from " + data.format() + ", "
                        + data.refused().size() + " refused");
        return data.refused().isEmpty() ? Failures.OK : Failures.BAD_INPUT;
    }

    private static String lines(PromptFile file) {
        return file.prompts().stream().map(prompt -> line(prompt) + "\n").collect(Collectors.joining());
    }

    private static ObjectNode line(Prompt prompt) {
        if (prompt.fields().has("instruction_id_list")) {
            // IFEval's checks are in fields of their own
            return prompt.fields();
        }
        ObjectNode line = RowStream.JSON.createObjectNode();
        if (prompt.fields().path("turns").isArray()) {
            line.put("question_id", prompt.id());
            prompt.messages().forEach(turn -> line.withArray("turns").add(turn.content()));
        } else if (prompt.messages().size() == 1
                && prompt.messages().getFirst().role().equals("user")) {
            line.put("id", prompt.id())
                    .put("prompt", prompt.messages().getFirst().content());
        } else {
            line.put("id", prompt.id());
            prompt.messages().forEach(message -> line.withArray("prompt")
                    .addObject()
                    .put("role", message.role())
                    .put("content", message.content()));
        }
        if (!prompt.category().isEmpty()) {
            line.put("category", prompt.category());
        }
        if (prompt.references().size() == 1) {
            line.put("reference", prompt.references().getFirst());
        } else if (!prompt.references().isEmpty()) {
            prompt.references().forEach(line.withArray("reference")::add);
        }
        return line;
    }
}
