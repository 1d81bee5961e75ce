package org.densepath.bench.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.densepath.BadInputException;
import org.densepath.data.JsonRecords;

/// Judge's prompts by name, from a file as MT-Bench has it: `name`, `system_prompt`, `prompt_template`, and
/// `labels` where the judge answers with one of two.
final class JudgePrompts {
    private final Map<String, JudgePrompt> byName = new LinkedHashMap<>();
    private final String source;

    private JudgePrompts(String source) {
        this.source = source;
    }

    /// This program's own: `arena`, `pair`, `labels`.
    static JudgePrompts own() {
        JudgePrompts prompts = new JudgePrompts("this program's judge prompts");
        try (InputStream in = JudgePrompts.class.getResourceAsStream("prompts.json")) {
            for (JsonNode record : new ObjectMapper().readTree(in)) {
                prompts.add((ObjectNode) record, "");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return prompts;
    }

    /// Throws [BadInputException] when the file is missing or a record of it is no judge's prompt.
    static JudgePrompts read(Path file) {
        JudgePrompts prompts = new JudgePrompts(file.toString());
        JsonRecords records = JsonRecords.read(file);
        if (!records.refused().isEmpty()) {
            throw new BadInputException(file + ", " + records.refused().getFirst() + ".");
        }
        records.records().forEach(r -> prompts.add(r.fields(), file + ", line " + r.line() + ","));
        return prompts;
    }

    private void add(ObjectNode record, String where) {
        String template = record.path("prompt_template").asText();
        if (template.isBlank()) {
            throw new BadInputException(
                    where + " is no judge's prompt; expected the fields name, system_prompt and" + " prompt_template.");
        }
        List<String> labels = new ArrayList<>();
        record.path("labels").forEach(label -> labels.add(label.asText()));
        if (labels.isEmpty() && template.contains("{output_1}")) {
            labels.addAll(List.of("m", "M"));
        }
        String name = record.path("name").asText("prompt");
        byName.put(name, new JudgePrompt(name, record.path("system_prompt").asText(), template, labels));
    }

    /// Throws [BadInputException] when there is none of that name.
    JudgePrompt named(String name) {
        JudgePrompt prompt = byName.get(name);
        if (prompt == null) {
            throw new BadInputException(source + " has no judge's prompt '" + name + "'; it has "
                    + String.join(", ", byName.keySet()) + ".");
        }
        return prompt;
    }

    /// The one called `name`, or the only one there is.
    JudgePrompt namedOrOnly(String name) {
        return byName.size() == 1 ? byName.values().iterator().next() : named(name);
    }
}
