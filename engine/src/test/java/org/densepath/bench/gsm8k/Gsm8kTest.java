package org.densepath.bench.gsm8k;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.densepath.BadInputException;
import org.densepath.bench.BenchmarkPrompts;
import org.densepath.bench.Score;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Gsm8kTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "'16 - 3 = 13, so 13 * 2 = $26.', 26",
        "'She makes 9 * 2 = <<9*2=18>>18.\n#### 18', 18",
        "'#### 1,080', 1080",
        "'The total is $1,234,567.50', 1234567.5",
        "'It is 25% of them', 25",
        "'18.00', 18",
        "'We are left with -7', -7",
        "'That is -$5', -5",
        "'So it costs .5', 0.5",
        "'#### 12 because 3 of them left', 12",
        "'#### none, that is 4', 4",
        "'5, 6 and 7.', 7",
        "'70,000', 70000",
        "'1,2', 2",
        "'7 apples; #### 3\n#### 5', 5",
    })
    void theFinalNumberIsFound(String answer, BigDecimal number) {
        assertEquals(
                0,
                number.compareTo(FinalNumber.of(answer).orElseThrow()),
                FinalNumber.of(answer).toString());
        assertTrue(Gsm8k.isRight(number.stripTrailingZeros(), answer));
    }

    @Test
    void anAnswerWithoutANumberIsWrong() {
        assertEquals(Optional.empty(), FinalNumber.of("None at all."));
    }

    @Test
    void theShareRightIsScoredWithItsInterval() throws Exception {
        Path prompts = folder.resolve("gsm8k.jsonl");
        Path answers = folder.resolve("answers.jsonl");
        StringBuilder questions = new StringBuilder();
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= 20; i++) {
            questions.append("{\"question\": \"" + i + " and 1?\", \"answer\": \"#### " + (i + 1) + "\"}\n");
            rows.append("{\"prompt\": \"" + i + " and 1?\", \"response\": \"It is " + (i <= 15 ? i + 1 : i) + "\"}\n");
        }
        Files.writeString(prompts, questions);
        Files.writeString(answers, rows);
        Score score = new Gsm8k(BenchmarkPrompts.read(prompts, 0), prompts)
                .score(answers)
                .all()
                .getFirst();
        assertEquals(0.75, score.interval().value());
        assertEquals(20, score.n());
        // exact binomial: 0.51 to 0.91
        assertTrue(score.interval().low() > 0.45 && score.interval().low() < 0.65);
        assertTrue(score.interval().high() > 0.85 && score.interval().high() < 0.95);
    }

    @Test
    void aFileOfAnotherBenchmarkIsRefused() throws Exception {
        Path prompts = folder.resolve("other.jsonl");
        Files.writeString(prompts, "{\"prompt\": \"Hello\"}\n");
        assertTrue(assertThrows(BadInputException.class, () -> new Gsm8k(BenchmarkPrompts.read(prompts, 0), prompts))
                .getMessage()
                .contains("line 1, is no question of GSM8K"));
    }

    /// Each worked answer of the test set is right about itself: visibly skipped where the data is not there.
    @Test
    void everyReferenceOfTheTestSetIsRead() {
        Path file = Path.of(System.getProperty("densepath.root", "..")).resolve("../shared/data/gsm8k_test.jsonl");
        assumeTrue(Files.exists(file), "skipped: there is no " + file);
        assertEquals(
                1_319, new Gsm8k(BenchmarkPrompts.read(file, 0), file).prompts().size());
    }
}
