package org.densepath.sample.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.densepath.sample.Draws;
import org.densepath.sample.task.Task;
import org.densepath.sample.task.TaskFamily;
import org.densepath.sample.task.TaskSplits;
import org.junit.jupiter.api.Test;

class DocumentsTest {
    private static final int MANY = 20_000;

    private static List<Document> documents(double progress, long seed, int count) {
        Documents documents = new Documents(Set.of(), seed);
        return Stream.generate(() -> documents.next(progress)).limit(count).toList();
    }

    private static double share(List<Document> documents, Predicate<Document> test) {
        return documents.stream().filter(test).count() / (double) documents.size();
    }

    private static boolean isRepetition(Document document) {
        return document.prompt()
                .filter(prompt -> prompt.matches("(Repeat|Say this again|Copy this): .*"))
                .isPresent();
    }

    @Test
    void nextCopiesAFifthOfTheTimeEarlyAndATwentiethLater() {
        assertEquals(0.10, share(documents(0.1, 1, MANY), DocumentsTest::isRepetition), 0.01);
        assertEquals(0.025, share(documents(0.2, 1, MANY), DocumentsTest::isRepetition), 0.005);
    }

    @Test
    void nextStatesFactsAndCopiesWithoutAPrompt() {
        assertEquals(0.10 + 0.10, share(documents(0.1, 2, MANY), d -> d.prompt().isEmpty()), 0.01);
        assertEquals(
                0.10 + 0.025, share(documents(0.9, 2, MANY), d -> d.prompt().isEmpty()), 0.01);
    }

    @Test
    void nextNeverAsksAHeldOutPrompt() {
        Set<String> heldOut = TaskSplits.of(7).heldOutKeys();
        Documents documents = new Documents(heldOut, 3);
        for (int i = 0; i < MANY; i++) {
            documents.next(0.9).prompt().ifPresent(prompt -> assertFalse(heldOut.contains(Task.key(prompt)), prompt));
        }
    }

    @Test
    void nextRepeatsItselfWhenSeedAndProgressAreTheSame() {
        assertEquals(documents(0.7, 4, 200), documents(0.7, 4, 200));
        assertNotEquals(documents(0.7, 4, 200), documents(0.7, 5, 200));
    }

    @Test
    void noisyAnswersAreAcceptedAboutAsOftenAsTheirSharesSay() {
        Draws draws = new Draws(6);
        NoisyAnswers noisy = new NoisyAnswers(draws);
        int accepted = 0;
        int unchanged = 0;
        for (int i = 0; i < MANY; i++) {
            Task task = TaskFamily.any(draws);
            String answer = noisy.to(task);
            accepted += task.accepts(answer) ? 1 : 0;
            unchanged += answer.equals(task.answer()) ? 1 : 0;
        }
        assertEquals(0.65 * 0.59, unchanged / (double) MANY, 0.03);
        assertEquals(0.5, accepted / (double) MANY, 0.05);
    }

    @Test
    void factsHoldTrueSums() {
        Pattern sum = Pattern.compile("(?<![+-] )\\b(\\d+) \\+ (\\d+)( \\+ 1)? = (\\d+)\\.");
        Facts facts = new Facts(new Draws(7));
        int sums = 0;
        for (int i = 0; i < 2000; i++) {
            for (MatchResult found : sum.matcher(facts.next(3)).results().toList()) {
                int carry = found.group(3) == null ? 0 : 1;
                int total = Integer.parseInt(found.group(1)) + Integer.parseInt(found.group(2)) + carry;
                assertEquals(total, Integer.parseInt(found.group(4)), found.group());
                sums++;
            }
        }
        assertTrue(sums > 1000, "only " + sums + " sums");
    }
}
