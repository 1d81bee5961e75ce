package org.densepath.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.densepath.text.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "AlpacaEval|line-1|A|[{'instruction': 'Q', 'output': 'A', 'generator': 'g', 'dataset': 'd'}]",
                "LIMA test|line-1||{'conversations': 'Q', 'source': 's'}",
                "LIMA|line-1||{'conversations': ['Q'], 'source': 's'}",
                "LIMA|line-1|A|{'conversations': ['Q', 'A']}",
                "Arena-Hard|u|    |{'uid': 'u', 'category': 'c', 'subcategory': 's', 'prompt': 'Q'}",
                "GSM8K|line-1|1 + 1 #### 2|{'question': 'Q', 'answer': '1 + 1 #### 2'}",
                "MT-Bench|7|A|{'question_id': 7, 'category': 'c', 'turns': ['Q'], 'reference': ['A', 'B']}",
                "prompts|line-1||{'prompt': 'Q'}",
                "prompts|x|A|{'id': 'x', 'prompt': [{'role': 'user', 'content': 'Q'}], 'reference': 'A'}",
                "prompts|line-1||{'instruction': 'Q', 'input': ''}",
                "Alpaca|line-1|A|{'instruction': 'Q', 'input': '', 'output': 'A'}",
                "messages|line-1||{'messages': [{'role': 'user', 'content': 'Q'}]}",
                "prompt/completion|line-1|A|{'prompt': 'Q', 'completion': 'A'}",
            })
    void readTellsTheFormatByItsFields(String format, String id, String reference, String record) throws IOException {
        PromptFile file = read(record.replace('\'', '"'));
        assertEquals(List.of(), file.refused());
        assertEquals(format, file.format());
        Prompt prompt = file.prompts().getFirst();
        assertEquals(id, prompt.id());
        assertEquals(List.of(Message.user("Q")), prompt.messages());
        assertEquals(Optional.ofNullable(reference), prompt.reference());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{'prompt': ' '}|has an empty prompt",
                "{'turns': ['Q', '']}|has no text in turn 2",
                "{'turns': []}|has an empty prompt",
                "{'question': 4, 'answer': 'A'}|has a number in the field 'question'; expected text",
                "{'text': 'Q'}|fits none of MT-Bench, Arena-Hard, AlpacaEval, LIMA, IFEval, GSM8K, a demonstration,"
                        + " or a field 'prompt'; it has the fields text",
            })
    void readRefusesWithTheReason(String record, String reason) throws IOException {
        assertEquals(
                List.of(new Refused(1, reason)), read(record.replace('\'', '"')).refused());
    }

    @Test
    void readRefusesAnIdThatStandsTwice() throws IOException {
        PromptFile file = read("{\"uid\": \"a\", \"prompt\": \"Q\"}\n{\"uid\": \"a\", \"prompt\": \"R\"}\n");
        assertEquals(1, file.prompts().size());
        assertEquals(List.of(new Refused(2, "has the id 'a', which line 1 has already")), file.refused());
    }

    @Test
    void readGivesEachTurnOfMtBenchAMessage() throws IOException {
        Prompt prompt = read("{\"question_id\": 1, \"turns\": [\"Q\", \"R\"]}")
                .prompts()
                .getFirst();
        assertEquals(List.of(Message.user("Q"), Message.user("R")), prompt.messages());
        assertEquals("Q\n\nR", prompt.text());
    }

    @Test
    void readCallsPromptsOnOneLineByDifferentNames() throws IOException {
        PromptFile file = read("[{\"prompt\": \"Q\"}, {\"prompt\": \"R\"}]");
        assertEquals(
                List.of("line-1", "line-1-2"),
                file.prompts().stream().map(Prompt::id).toList());
    }

    private static PromptFile read(String text) throws IOException {
        return PromptReader.read(new ByteArrayInputStream(text.getBytes(UTF_8)), "x");
    }
}
