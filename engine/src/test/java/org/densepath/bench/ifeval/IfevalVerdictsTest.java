package org.densepath.bench.ifeval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.densepath.BadInputException;
import org.densepath.bench.BenchmarkPrompts;
import org.densepath.bench.Score;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IfevalVerdictsTest {
    private static final String FIRST = """
        {"key": 7, "prompt": "Be brief.", "instruction_id_list": ["punctuation:no_comma", "startend:quotation"], "kwargs": [{}, {}]}
        """;
    private static final String SECOND = """
        {"key": 8, "prompt": "Say salt.", "instruction_id_list": ["keywords:existence"], "kwargs": [{"keywords": ["salt"], "letter": null}]}
        """;

    @TempDir
    private Path folder;

    private Path prompts;
    private Path answers;

    @BeforeEach
    void files() throws IOException {
        prompts = folder.resolve("prompts.jsonl");
        answers = folder.resolve("answers.jsonl");
        Files.writeString(prompts, FIRST + SECOND);
    }

    private IfevalVerdicts verdicts(String rows) throws IOException {
        Files.writeString(answers, rows);
        return IfevalVerdicts.of(prompts, answers);
    }

    private String complaint(String rows) {
        return assertThrows(BadInputException.class, () -> verdicts(rows)).getMessage();
    }

    @Test
    void rowsComeInTheOrderOfThePromptsByKeyOrByPrompt() throws IOException {
        IfevalVerdicts verdicts = verdicts("""
            {"prompt": "Say salt.", "response": "Pepper"}
            {"key": 7, "text": "Sure:\\n\\"Yes\\""}
            """);
        assertEquals(
                "[{\"key\":7,\"strict\":[true,false],\"loose\":[true,true]},"
                        + " {\"key\":8,\"strict\":[false],\"loose\":[false]}]",
                verdicts.rows().toString());
    }

    @Test
    void promptsAndInstructionsAreScoredStrictlyAndLoosely() throws IOException {
        verdicts("{\"key\": 8, \"text\": \"Salt\"}\n{\"key\": 7, \"text\": \"Sure:\\n\\\"Yes\\\"\"}\n");
        List<Score> scores = new Ifeval(BenchmarkPrompts.read(prompts, 0), prompts)
                .score(answers)
                .all();
        assertEquals(
                List.of("prompt_strict", "instruction_strict", "prompt_loose", "instruction_loose"),
                scores.stream().limit(4).map(Score::name).toList());
        assertEquals(0.5, scores.get(0).interval().value());
        assertEquals(2 / 3.0, scores.get(1).interval().value(), 1e-12);
        assertEquals(3, scores.get(1).n());
        assertEquals(1, scores.get(2).interval().value());
        assertEquals("startend:quotation_strict", scores.getLast().name());
    }

    @Test
    void anAnswerThatIsMissingIsNoScore() {
        assertTrue(complaint("{\"key\": 7, \"response\": \"x\"}")
                .endsWith("has no answer to 1 of 2 prompts (8); answer them too, or leave them out of the prompts."));
    }

    @Test
    void twoAnswersToOnePromptAreRefused() {
        assertTrue(complaint("{\"key\": 7, \"response\": \"x\"}\n{\"key\": 7, \"response\": \"y\"}")
                .contains("line 2, answers '7' again, which line 1"));
    }

    @Test
    void answersToOtherPromptsAreRefused() {
        assertTrue(complaint("{\"key\": 9, \"response\": \"x\"}").contains("'9' that is not in these prompts"));
        assertTrue(complaint("{\"key\": 7, \"prompt\": \"Be long.\", \"response\": \"x\"}")
                .contains("'7' with another text"));
    }

    @Test
    void answersOfTwoModelsAreRefused() {
        assertTrue(complaint("""
            {"key": 7, "response": "x", "model": "a"}
            {"key": 8, "response": "x", "model": "b"}
            """).contains("several models (a, b)"));
    }

    @Test
    void aLineThatIsNoAnswerIsNamed() {
        assertTrue(complaint("{\"key\": 7}").contains("line 1, has no answer"));
        assertTrue(complaint("{\"response\": \"x\"}").contains("line 1, does not say what it answers"));
        assertTrue(complaint("nonsense").contains("line 1, "));
    }

    @Test
    void promptsThatCannotBeVerifiedAreRefused() throws IOException {
        for (List<String> wrong : List.of(
                List.of("\"keywords:existence\"", "\"keywords:rhyme\"", "which is none of IFEval's 25 kinds"),
                List.of("\"keywords\":", "\"words\":", "keywords:existence has keywords"),
                List.of("\"salt\"]", "\"(salt\"]", "also a regular expression"),
                List.of("\"key\": 8", "\"key\": 7", "has the id '7', which line 1 has already"),
                List.of("[{\"keywords\": [\"salt\"], \"letter\": null}]", "[]", "1 instructions and 0 kwargs"))) {
            Files.writeString(prompts, FIRST + SECOND.replace(wrong.get(0), wrong.get(1)));
            String complaint = complaint("{\"key\": 7, \"response\": \"x\"}");
            assertTrue(complaint.contains(wrong.get(2)), complaint);
            assertTrue(complaint.contains("line 2"), complaint);
        }
    }
}
