package org.densepath.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.densepath.data.JsonRecords.JsonRecord;

/// Prompts from a `.jsonl`, `.json` or `.parquet` file: the benchmarks' own formats, plain prompts, and
/// demonstrations. A prompt without an id of its own is called after its line (`line-7`, the next on the same
/// line `line-7-2`).
public final class PromptReader {
    private final FormatCount formats = new FormatCount();
    private final List<Prompt> prompts = new ArrayList<>();
    private final Map<String, Integer> lineOfId = new HashMap<>();

    private PromptReader() {}

    /// Throws [org.densepath.BadInputException] when the file is missing, empty, or of no kind that can be read.
    /// A file in which every record is refused is no error here.
    public static PromptFile read(Path file) {
        PromptReader reader = new PromptReader();
        return reader.file(JsonRecords.each(file, reader::add));
    }

    static PromptFile read(InputStream in, String name) throws IOException {
        PromptReader reader = new PromptReader();
        return reader.file(JsonRecords.each(in, name, reader::add));
    }

    private void add(JsonRecord record) throws UnusableRecord {
        prompts.add(prompt(record.fields(), record.line()));
    }

    private PromptFile file(List<Refused> refused) {
        return new PromptFile(formats.inWords(), prompts, refused);
    }

    private Prompt prompt(ObjectNode record, int line) throws UnusableRecord {
        PromptFormat format = PromptFormat.of(record)
                .orElseThrow(() ->
                        new UnusableRecord("fits none of " + PromptFormat.ALL + "; it has " + Fields.names(record)));
        PromptFormat.Asked asked = format.asked(record);
        if (Prompt.textOf(asked.messages()).isBlank()) {
            throw new UnusableRecord("has an empty prompt");
        }
        String id = record.path(format.idField()).asText();
        id = id.isBlank() ? unused("line-" + line) : id;
        Integer before = lineOfId.putIfAbsent(id, line);
        if (before != null) {
            throw new UnusableRecord("has the id '" + id + "', which line " + before + " has already");
        }
        formats.add(format.label(record));
        return new Prompt(
                id,
                asked.messages(),
                asked.references(),
                record.path("category").asText(),
                line,
                record);
    }

    /// An array may stand on one line.
    private String unused(String id) {
        String unused = id;
        for (int number = 2; lineOfId.containsKey(unused); number++) {
            unused = id + "-" + number;
        }
        return unused;
    }
}
