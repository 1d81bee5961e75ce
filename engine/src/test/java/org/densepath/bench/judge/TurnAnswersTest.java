package org.densepath.bench.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.densepath.BadInputException;
import org.densepath.data.Prompt;
import org.densepath.data.PromptReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files of answers as different tools write them, and those that cannot be judged.
class TurnAnswersTest {
    @TempDir
    Path folder;

    private TurnAnswers read(String expected, String... rows) {
        List<Prompt> prompts = PromptReader.read(JudgeFixture.arena(folder, 2)).prompts();
        return TurnAnswers.read(JudgeFixture.lines(folder.resolve("answers.jsonl"), List.of(rows)), prompts, expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'uid': 'u0', 'model': 'm', 'messages': [{'role': 'user', 'content': 'Task 0'},"
                        + " {'role': 'assistant', 'content': {'answer': 'yes'}}]}",
                "{'uid': 'u0', 'model': 'm', 'messages': [{'role': 'assistant', 'content': 'yes'}]}",
                "{'question_id': 'u0', 'model_id': 'm', 'choices': [{'index': 0, 'turns': [{'content': 'yes'}]}]}",
                "{'question_id': 'u0', 'model_id': 'm', 'choices': [{'turns': ['yes']}]}",
                "{'key': 'u0', 'model': 'm', 'response': 'yes', 'ended': 'end'}",
                "{'prompt': 'Task 0', 'model': 'm', 'text': 'yes'}",
                "{'instruction': 'Task 0', 'generator': 'm', 'output': 'yes'}"
            })
    void everyToolsRowsAreRead(String row) {
        TurnAnswers answers =
                read("", row.replace('\'', '"'), "{\"uid\": \"u1\", \"model\": \"m\", \"response\": \"no\"}");
        assertEquals(List.of("yes"), answers.byKey().get("u0"));
        assertEquals("m", answers.model());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {'uid': 'u0', 'response': 'a'}                  | no answer to 1 of 2 prompts (u1)
        {'uid': 'u9', 'response': 'a'}                  | 'u9'
        {'uid': 'u0', 'turns': ['a', 'b']}              | answers 2 turns of 'u0', which has 1
        {'response': 'a'}                               | does not say what it answers
        {'uid': 'u0'}                                   | has no answer
        {'prompt': 'Another task', 'response': 'a'}     | not in these prompts
        [1, 2]                                          | a JSON number
        """)
    void whatIsNoAnswerToThesePromptsIsNamedWithItsLine(String row, String named) {
        BadInputException e = assertThrows(BadInputException.class, () -> {
            String second = row.contains("turns") ? "{\"uid\": \"u1\", \"response\": \"b\"}" : "";
            read("", row.replace('\'', '"'), second);
        });
        assertTrue(e.getMessage().contains(named) && e.getMessage().contains("answers.jsonl"), e.getMessage());
    }

    @Test
    void answersOfTwoModelsTwiceOrOfAnotherModelAreRefused() {
        String[] rows = {"{\"uid\": \"u0\", \"model\": \"m\", \"response\": \"a\"}", ""};
        rows[1] = rows[0];
        assertTrue(assertThrows(BadInputException.class, () -> read("", rows))
                .getMessage()
                .contains("again"));
        rows[1] = rows[0].replace("u0", "u1").replace("\"m\"", "\"n\"");
        assertTrue(assertThrows(BadInputException.class, () -> read("", rows))
                .getMessage()
                .contains("several models (m, n)"));
        rows[1] = rows[0].replace("u0", "u1");
        assertTrue(assertThrows(BadInputException.class, () -> read("dpr", rows))
                .getMessage()
                .contains("holds answers of 'm'; expected those of 'dpr'"));
    }
}
