package org.densepath.bench.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.densepath.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files of prompts and templates that fit, and that do not.
class JudgedFilesTest {
    @TempDir
    Path folder;

    @Test
    void aPromptThatStandsTwiceIsRefusedWithItsLine() {
        Path data = JudgeFixture.lines(
                folder.resolve("twice.jsonl"),
                List.of(
                        "{\"uid\": \"u0\", \"category\": \"c\", \"cluster\": \"c\", \"prompt\": \"Task 0\"}",
                        "{\"uid\": \"u0\", \"category\": \"c\", \"cluster\": \"c\", \"prompt\": \"Task 1\"}"));
        Path answers = JudgeFixture.arenaAnswers(folder.resolve("a.jsonl"), 1, "dpr", "GOOD ");
        BadInputException e = assertThrows(
                BadInputException.class,
                () -> Judging.open(
                        JudgedChoice.ARENA_HARD_V0_1,
                        JudgeFixture.files(data, answers, answers),
                        JudgeFixture.asking(1)));
        assertTrue(e.getMessage().contains("line 2 has the id 'u0', which line 1 has already"), e.getMessage());
    }

    @Test
    void arenaHardOfTheOtherVersionIsRefused() {
        Path data = JudgeFixture.arena(folder, 1);
        Path answers = JudgeFixture.arenaAnswers(folder.resolve("a.jsonl"), 1, "dpr", "GOOD ");
        BadInputException e = assertThrows(
                BadInputException.class,
                () -> Judging.open(
                        JudgedChoice.ARENA_HARD_V2_0,
                        JudgeFixture.files(data, answers, answers),
                        JudgeFixture.asking(1)));
        assertTrue(e.getMessage().contains("no prompt of arena-hard-v2.0"), e.getMessage());
    }

    @Test
    void aTemplateThatHidesAnAnswerIsRefused() {
        Path data = JudgeFixture.arena(folder, 1);
        Path answers = JudgeFixture.arenaAnswers(folder.resolve("a.jsonl"), 1, "dpr", "GOOD ");
        Path template = JudgeFixture.lines(
                folder.resolve("template.json"),
                List.of("{\"name\": \"half\", \"system_prompt\": \"\", \"prompt_template\": \"{QUESTION}"
                        + " {ANSWER_A}\"}"));
        JudgedFiles files = new JudgedFiles(data, answers, answers, template, null, null, "", 0);
        BadInputException e = assertThrows(
                BadInputException.class,
                () -> Judging.open(JudgedChoice.ARENA_HARD_V0_1, files, JudgeFixture.asking(1)));
        assertTrue(e.getMessage().contains("no place {answer_b}"), e.getMessage());
    }

    @Test
    void arenaHardsOwnTemplateFillsItsOwnPlaces() {
        Path template = JudgeFixture.lines(
                folder.resolve("template.json"),
                List.of("{\"system_prompt\": \"S\", \"prompt_template\": \"{QUESTION}|{ANSWER_A}|{ANSWER_B}\"}"));
        JudgedFiles files = new JudgedFiles(
                JudgeFixture.arena(folder, 1),
                JudgeFixture.arenaAnswers(folder.resolve("a.jsonl"), 1, "dpr", "GOOD {ANSWER_B} $1 "),
                JudgeFixture.arenaAnswers(folder.resolve("b.jsonl"), 1, "sft", "POOR "),
                template,
                null,
                null,
                "",
                0);
        Judging judging = Judging.open(JudgedChoice.ARENA_HARD_V0_1, files, JudgeFixture.asking(1));
        assertEquals(
                "Task 0|POOR 0|GOOD {ANSWER_B} $1 0",
                judging.requests().getFirst().messages().getLast().content());
    }
}
