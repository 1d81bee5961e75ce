package org.densepath.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.densepath.model.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCommandsTest {
    private static final String ALPACA = """
        {"instruction": "Add.", "input": "1 1", "output": "2"}
        {"instruction": "Add.", "output": ""}
        {"messages": [{"role": "user", "content": "Grüß"}, {"role": "assistant", "content": "dich 🌞"}]}
        """;

    @TempDir
    Path folder;

    private String file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void renderGivesWhatTransformersRenders() {
        StringBuilder rows = new StringBuilder();
        List<JsonNode> cases = new ArrayList<>();
        for (JsonNode template : Golden.json("templates.json").get("templates")) {
            for (JsonNode each : template.get("cases")) {
                ObjectNode row = JsonNodeFactory.instance.objectNode();
                row.set("template", template.get("template"));
                row.set("context", each.get("context"));
                row.set("now", each.get("strftime_now"));
                rows.append(row).append('\n');
                cases.add(each);
            }
        }
        CommandRun run = CommandRun.of(rows.toString(), "data", "render");
        assertEquals(2, run.code(), "some templates refuse");
        assertEquals(cases.size(), run.rows().size());
        for (int i = 0; i < cases.size(); i++) {
            JsonNode expected = cases.get(i);
            JsonNode row = run.rows().get(i);
            if (!expected.has("error")) {
                assertEquals(expected.get("expected"), row.get("text"));
                assertEquals(
                        expected.path("assistant_spans").size(),
                        row.get("spans").size());
            } else if (expected.at("/error/raised_by_template").asBoolean()) {
                assertEquals(expected.at("/error/message"), row.get("error"));
            } else {
                assertTrue(row.has("error"), row.toString());
            }
        }
    }

    @Test
    void renderRefusesAMomentThatIsNone() {
        CommandRun run = CommandRun.of("{\"template\": \"\", \"context\": {}, \"now\": \"today\"}", "data", "render");
        assertEquals(2, run.code());
        assertTrue(run.rows().getFirst().get("error").asText().contains("2025-03-14"), run.out());
    }

    @Test
    void checkTellsFormatsAndRefusedLines() throws Exception {
        CommandRun run = CommandRun.of("", "data", "check", file("mixed.jsonl", ALPACA));
        assertEquals(2, run.code());
        assertTrue(run.out().contains("2 demonstrations"), run.out());
        assertTrue(run.out().contains("line 2 has an empty answer"), run.out());
        JsonNode json = CommandRun.json(CommandRun.of("", "data", "check", file("mixed.jsonl", ALPACA), "--json")
                .out());
        assertEquals(2, json.get("records").asInt());
        assertEquals(2, json.at("/refused/0/line").asInt());
    }

    @Test
    void checkTakesAFileWithoutAnswersForPrompts() throws Exception {
        CommandRun run = CommandRun.of("", "data", "check", file("p.jsonl", "{\"prompt\": \"a\"}\n"), "--json");
        assertEquals(0, run.code(), run.err());
        assertEquals("prompts", CommandRun.json(run.out()).get("kind").asText());
    }

    @Test
    void convertWritesMessagesThatAreReadAgain() throws Exception {
        String out = folder.resolve("messages.jsonl").toString();
        CommandRun run = CommandRun.of("", "data", "convert", file("mixed.jsonl", ALPACA), "-o", out);
        assertEquals(2, run.code());
        assertTrue(run.err().contains("line 2"), run.err());
        List<JsonNode> rows = CommandRun.rows(Files.readString(Path.of(out)));
        assertEquals(2, rows.size());
        assertEquals("Add.\n\n1 1", rows.getFirst().at("/messages/0/content").asText());
        assertEquals("dich 🌞", rows.getLast().at("/messages/1/content").asText());
        assertEquals(0, CommandRun.of("", "data", "check", out).code());
    }

    @Test
    void convertOverwritesNothing() throws Exception {
        String there = file("there.jsonl", "mine");
        CommandRun run = CommandRun.of("", "data", "convert", file("mixed.jsonl", ALPACA), "-o", there);
        assertEquals(2, run.code());
        assertEquals("mine", Files.readString(Path.of(there)));
    }

    @Test
    void convertKeepsWhatPromptsHold() throws Exception {
        String prompts = """
            {"question_id": 7, "category": "maths", "turns": ["a", "b"], "reference": ["1", "2"]}
            {"uid": "u", "category": "hard", "prompt": "c"}
            {"key": 3, "prompt": "d", "instruction_id_list": ["x"], "kwargs": [{}]}
            """;
        String out = folder.resolve("prompts.jsonl").toString();
        CommandRun run = CommandRun.of("", "data", "convert", file("p.jsonl", prompts), "-o", out);
        assertEquals(0, run.code(), run.err());
        List<JsonNode> rows = CommandRun.rows(Files.readString(Path.of(out)));
        assertEquals("[\"a\",\"b\"]", rows.get(0).get("turns").toString());
        assertEquals("[\"1\",\"2\"]", rows.get(0).get("reference").toString());
        assertEquals("u", rows.get(1).get("id").asText());
        assertFalse(rows.get(1).has("reference"));
        assertEquals("x", rows.get(2).at("/instruction_id_list/0").asText());
        assertEquals(0, CommandRun.of("", "data", "check", out).code());
    }
}
