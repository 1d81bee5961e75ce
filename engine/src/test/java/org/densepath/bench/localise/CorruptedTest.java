package org.densepath.bench.localise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.densepath.BadInputException;
import org.densepath.bench.Scores;
import org.densepath.text.Encoding;
import org.densepath.text.Message;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorruptedTest {
    private static final Path ROOT = Path.of(System.getProperty("densepath.root", ".."));

    @TempDir
    Path folder;

    private List<Corrupted> of(String lines) throws IOException {
        Path file = folder.resolve("answers.jsonl");
        Files.writeString(file, lines);
        return RightAnswers.corrupted(file, 0, 1, EnumSet.allOf(CorruptionKind.class));
    }

    private static Corrupted item(String right, Change change) {
        return new Corrupted("k", "number", List.of(Message.user("q")), right, change);
    }

    @Test
    void tokensOfTheErrorAreThoseThatTouchIt() {
        // "😀 is 43": tokens 😀, " is", " 4", "3"; the 3 alone is wrong, in code points 6 to 7
        Corrupted c = item("😀 is 42", Change.between("😀 is 42", "😀 is 43"));
        Encoding tokens = new Encoding(new int[4], new int[] {0, 1, 4, 6}, new int[] {1, 4, 6, 7});
        assertArrayEquals(new int[] {3, 4}, c.tokens(tokens));
        Encoding one = new Encoding(new int[3], new int[] {0, 1, 4}, new int[] {1, 4, 7});
        assertArrayEquals(new int[] {2, 3}, c.tokens(one));
    }

    @Test
    void aPairOfOnesOwnIsTakenAsItIs() throws IOException {
        List<Corrupted> given =
                of("{\"prompt\":\"q\",\"answer\":\"😀 a b c\",\"corrupted\":\"😀 a x c\",\"kind\":\"fact\","
                        + "\"start\":4,\"end\":5}\n{\"prompt\":\"r\",\"answer\":\"a b c\",\"corrupted\":\"a y c\"}\n");
        assertEquals("line-1|fact", given.getFirst().id());
        assertEquals(new Change("😀 a x c", 5, 6), given.getFirst().change());
        assertEquals("line-2|given", given.getLast().id());
        assertEquals(new Change("a y c", 2, 3), given.getLast().change());
    }

    @Test
    void aPairWithoutAnErrorIsNamed() {
        String same = "{\"prompt\":\"q\",\"answer\":\"a\",\"corrupted\":\"a\"}";
        assertTrue(assertThrows(BadInputException.class, () -> of(same))
                .getMessage()
                .contains("line 1, has no error"));
        String beyond = "{\"prompt\":\"q\",\"answer\":\"a\",\"corrupted\":\"b\",\"start\":0,\"end\":9}";
        assertThrows(BadInputException.class, () -> of(beyond));
        assertTrue(assertThrows(BadInputException.class, () -> of("{\"prompt\":\"q\"}"))
                .getMessage()
                .contains("line 1, has no right answer"));
    }

    @Test
    void aTasksErrorIsOneThatItsCheckerOrArithmeticRefuses() {
        Path file = ROOT.resolve("sample-data/test.jsonl");
        List<Corrupted> all = RightAnswers.corrupted(file, 0, 1, EnumSet.allOf(CorruptionKind.class));
        // an enumeration may be in any order, so no order of it is wrong
        assertTrue(all.stream()
                .filter(c -> c.kind().equals("order"))
                .noneMatch(c -> c.messages().getFirst().content().contains("Give me three")));
        for (CorruptionKind kind : CorruptionKind.values()) {
            assertTrue(all.stream().filter(c -> c.kind().equals(kind.label())).count() > 50, kind.label());
        }
    }

    @Test
    void theLimitDoesNotMoveErrors() {
        Path file = ROOT.resolve("sample-data/test.jsonl");
        EnumSet<CorruptionKind> kinds = EnumSet.of(CorruptionKind.NUMBER);
        List<Corrupted> few = RightAnswers.corrupted(file, 20, 1, kinds);
        assertEquals(few, RightAnswers.corrupted(file, 60, 1, kinds).subList(0, few.size()));
    }

    @Test
    void workedAnswersLoseTheCalculatorsMarks() {
        Path file = ROOT.resolve("../shared/data/gsm8k_test.jsonl");
        Assumptions.assumeTrue(Files.exists(file), "GSM8K is not there");
        List<Corrupted> all = RightAnswers.corrupted(file, 30, 1, EnumSet.of(CorruptionKind.OPERATOR));
        assertTrue(all.size() > 10);
        assertTrue(all.getFirst().right().startsWith("Janet sells 16 - 3 - 4 = 9 duck eggs a day."));
        assertTrue(all.stream().noneMatch(c -> c.wrong().contains("<<")));
    }

    @Test
    void knownTokensGiveKnownScores() {
        // r̂ is lowest at the error in the first, second lowest of four in the other
        TokenPair found = pair("a", new float[] {0, -2, 0.5f, 0.25f});
        TokenPair missed = pair("b", new float[] {-3, -2, 0.5f, 0.25f});
        Localisation l = Localisation.of(List.of(found, missed), 1);
        Map<Signal, Localisation.Found> all = l.byKind().get("all");
        assertEquals(
                (1 + 2 / 3.0) / 2, all.get(Signal.REWARD).auroc().interval().value(), 1e-12);
        assertEquals(0.5, all.get(Signal.REWARD).top1().interval().value(), 1e-12);
        assertEquals(0.75, all.get(Signal.REWARD).mrr().interval().value(), 1e-12);
        // right has 1 where the error is: the difference finds it in both, though the second's first token is low
        assertEquals(1, all.get(Signal.RETURN_DIFFERENCE).top1().interval().value(), 1e-12);
        assertEquals(0.5, all.get(Signal.ENTROPY).auroc().interval().value(), 1e-12);
        assertEquals(TokenPair.of(found.row()).row(), found.row());
        assertEquals(
                Scores.mean("auroc", new double[] {1, 2 / 3.0}),
                all.get(Signal.REWARD).auroc());
    }

    private static TokenPair pair(String key, float[] reward) {
        float[] right = {reward[0], 1, reward[2], reward[3]};
        float[] flat = {1, 1, 1, 1};
        List<String> tokens = List.of("a", "b", "c", "d");
        return new TokenPair(
                key,
                "number",
                "q",
                new int[] {1, 9, 3, 4},
                tokens,
                right,
                new int[] {1, 2, 3, 4},
                tokens,
                1,
                2,
                reward,
                flat,
                flat);
    }
}
