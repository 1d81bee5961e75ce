package org.densepath.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.densepath.BadInputException;
import org.densepath.data.Prompt;
import org.densepath.run.AtomicFiles;
import org.densepath.run.RunStorageException;

/// The folder of one model's answers to one benchmark: `settings.json` (what they depend on: the model's content,
/// template, limits), `answers.jsonl` (only ever added to), `scores.json`. Answers that are there are never made
/// again.
public final class AnswerSheet {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    private AnswerSheet(Path folder) {
        this.folder = folder;
    }

    /// Opens a folder, or makes it. Throws [BadInputException] where it holds answers that other settings gave.
    public static AnswerSheet open(Path folder, ObjectNode settings) {
        AnswerSheet sheet = new AnswerSheet(folder);
        Path file = folder.resolve("settings.json");
        try {
            if (Files.exists(file)) {
                sheet.requireSame(JSON.readTree(Files.readString(file)), settings);
            } else if (Files.exists(sheet.answers())) {
                throw new BadInputException(
                        sheet.answers() + " is there without settings.json, so that nobody knows how"
                                + " it was made; name another --output.");
            } else {
                AtomicFiles.write(file, settings.toPrettyString() + "\n");
            }
            sheet.dropTornLine();
        } catch (IOException e) {
            throw RunStorageException.reading(folder, e);
        }
        return sheet;
    }

    private void requireSame(JsonNode there, ObjectNode settings) {
        List<String> differing = new ArrayList<>();
        settings.properties().forEach(field -> {
            if (!field.getValue().equals(there.get(field.getKey()))) {
                differing.add(field.getKey());
            }
        });
        if (!differing.isEmpty()) {
            throw new BadInputException(folder + " holds answers that were made otherwise ("
                    + String.join(", ", differing) + "); name another --output.");
        }
    }

    /// A killed writer may have left half a line at the end.
    private void dropTornLine() throws IOException {
        if (!Files.exists(answers())) {
            return;
        }
        byte[] bytes = Files.readAllBytes(answers());
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        if (end < bytes.length) {
            try (FileChannel channel = FileChannel.open(answers(), StandardOpenOption.WRITE)) {
                channel.truncate(end);
            }
        }
    }

    public Path answers() {
        return folder.resolve("answers.jsonl");
    }

    /// The prompts that have no answer yet.
    public List<Prompt> missing(List<Prompt> prompts) {
        Set<String> done = new HashSet<>();
        written().forEach(answer -> done.add(answer.key()));
        return prompts.stream().filter(prompt -> !done.contains(prompt.id())).toList();
    }

    private List<Answer> written() {
        try {
            boolean some = Files.exists(answers()) && Files.size(answers()) > 0;
            return some ? AnswersFile.read(answers()) : List.of();
        } catch (IOException e) {
            throw RunStorageException.reading(answers(), e);
        }
    }

    /// Adds answers, one row each, and waits until they are on the disk.
    public void add(List<ObjectNode> rows) {
        StringBuilder lines = new StringBuilder();
        rows.forEach(row -> lines.append(row).append('\n'));
        try (FileChannel channel = FileChannel.open(
                answers(), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            throw RunStorageException.writing(answers(), e);
        }
    }

    /// Scores the answers to `benchmark`'s prompts and keeps the scores. Answers to further prompts, from a run
    /// without a limit, are left aside when `part`. Throws [BadInputException] where an answer is missing or
    /// strange.
    public Scores score(Benchmark benchmark, boolean part) {
        Set<String> asked = new HashSet<>();
        benchmark.prompts().forEach(prompt -> asked.add(prompt.id()));
        List<Answer> used =
                written().stream().filter(a -> !part || asked.contains(a.key())).toList();
        Map<Prompt, List<Answer>> matched =
                Answered.match(benchmark.prompts(), Prompt::id, Prompt::text, used, answers());
        Scores scores = benchmark.score(matched, answers());
        AtomicFiles.write(folder.resolve("scores.json"), scores.json().toPrettyString() + "\n");
        return scores;
    }
}
