package org.densepath.app.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.densepath.app.scoring.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectorViewModelTest {
    private static final SampleStep STEP = SampleStep.of(20);

    @TempDir
    Path folder;

    private final FakeScorer scorer = new FakeScorer();
    private final BlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
    private final List<Replacement> replaced = new ArrayList<>();
    private final InspectorViewModel model = new InspectorViewModel(scorer, window::add, replaced::add);

    /// Runs what is handed to the window's thread until `then` holds.
    private void until(BooleanSupplier then) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!then.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "it never came to it");
            Runnable next = window.poll(20, TimeUnit.MILLISECONDS);
            if (next != null) {
                next.run();
            }
        }
    }

    private void answered(TokenPlace place) throws InterruptedException {
        model.show(place);
        until(scorer::isAsked);
        scorer.answer();
        until(() -> !model.asking().get());
    }

    @Test
    void theTracesNumbersAreThereAtOnce() {
        TokenPlace place = STEP.place(4, 1);
        model.show(place);

        ModelLine sft = model.lines().get(1);
        assertEquals(Role.SFT, sft.role());
        assertEquals(place.row().values().logpSft()[1], sft.logp(), 0);
        assertEquals(OptionalInt.empty(), sft.rank());
        assertTrue(model.words().isEmpty());
        assertTrue(model.asking().get());
        assertEquals(6, model.explanation().orElseThrow().equations().size());
    }

    @Test
    void theModelsAreAskedOnceForAWholeResponse() throws Exception {
        answered(STEP.place(4, 1));
        model.show(STEP.place(4, 2));
        model.show(STEP.place(5, 0));
        until(scorer::isAsked);
        scorer.answer();
        until(() -> !model.asking().get());
        model.show(STEP.place(4, 3));

        assertFalse(model.asking().get());
        assertEquals(OptionalInt.of(4), model.lines().get(1).rank());
        assertEquals(2, scorer.asked.size());
        assertEquals(
                Set.of(Role.SFT, Role.REFERENCE),
                scorer.asked.getFirst().models().keySet());
        assertTrue(
                model.answer().get().orElseThrow().models().notes().getFirst().contains("π_θ"));
    }

    @Test
    void aResponseThatIsPassedOverIsNotAskedAbout() throws Exception {
        model.show(STEP.place(1, 0));
        model.show(STEP.place(2, 0));
        model.show(STEP.place(3, 0));
        until(scorer::isAsked);
        scorer.answer();
        until(() -> !model.asking().get());

        assertEquals(1, scorer.asked.size());
        assertEquals(STEP.rows().get(3).ids(), scorer.asked.getFirst().ids());
    }

    @Test
    void aQuestionThatIsNoLongerWantedIsCancelled() throws Exception {
        model.show(STEP.place(1, 0));
        until(scorer::isAsked);
        var first = scorer.last();
        model.clear();
        assertTrue(first.isCancelled());
        assertFalse(model.asking().get());
    }

    @Test
    void otherWordsHaveTheirRewardsAndTheSaidOneIsAmongThem() throws Exception {
        TokenPlace place = STEP.place(4, 1);
        answered(place);

        List<WordCredit> words = model.words();
        assertEquals(Role.SFT, model.speaker());
        assertEquals(InspectorViewModel.WORDS + 1, words.size());
        assertEquals(0.5, words.getFirst().reward(), 1e-6);
        WordCredit said = words.getLast();
        assertTrue(said.said());
        assertEquals(place.id(), said.id());
        assertEquals(place.row().values().reward()[1], said.reward(), 1e-5);
    }

    @Test
    void aWordPutInItsPlaceIsScoredAndHandedOn() throws Exception {
        TokenPlace place = STEP.place(4, 1);
        answered(place);
        model.replace(901, " w1");
        assertTrue(model.replacing().get());
        scorer.answer();
        until(() -> !model.replacing().get());

        Replacement made = replaced.getFirst();
        int at = place.row().promptLength() + 1;
        assertEquals(901, made.after().ids()[at]);
        assertEquals(place.id(), made.before().ids()[at]);
        assertEquals(place.id(), place.row().ids()[at], "the trace is left alone");
        assertEquals(0.75, made.returnAfter() - made.returnBefore(), 1e-6);
        assertEquals(0.75, made.here(), 1e-6);
        assertEquals(0, made.rest(), 1e-6);
        assertEquals(made, model.replacement().get().orElseThrow());
        model.show(place.at(2));
        assertTrue(model.replacement().get().isEmpty());
    }

    @Test
    void whatCannotBeAskedSaysWhyAndCanBeAskedAgain() throws Exception {
        model.show(STEP.place(4, 1));
        until(scorer::isAsked);
        scorer.fail("The scoring worker has ended.");
        until(() -> !model.asking().get());
        assertEquals("The scoring worker has ended.", model.problem().get());

        model.askAgain();
        assertEquals("", model.problem().get());
        until(scorer::isAsked);
        scorer.answer();
        until(() -> !model.asking().get());
        assertFalse(model.words().isEmpty());
    }

    @Test
    void aRunWithoutSnapshotsSaysSo() throws Exception {
        Files.writeString(folder.resolve("experiment.json"), "{}");
        TokenPlace place = STEP.place(4, 1);
        model.show(new TokenPlace(place.row(), 1, folder, "dpr", 1, place.step()));
        until(() -> !model.asking().get());

        assertTrue(
                model.problem().get().contains("keeps neither π_SFT nor π_ref"),
                model.problem().get());
        assertTrue(scorer.asked.isEmpty());
    }

    @Test
    void thePolicyOfAKeptCheckpointIsAsked() throws Exception {
        Files.writeString(folder.resolve("experiment.json"), "{}");
        for (String kept : List.of("sft/seed-1/snapshot-0.50", "sft/seed-1/snapshot-1.00")) {
            Files.createDirectories(folder.resolve(kept));
        }
        for (long step : new long[] {10, 18}) {
            Path checkpoint = folder.resolve("arms/dpr/seed-1/checkpoint-%06d".formatted(step));
            Files.createDirectories(checkpoint);
            Files.writeString(checkpoint.resolve("state.json"), "{}");
        }
        TokenPlace place = STEP.place(4, 1);
        TokenModels models = TokenModels.of(new TokenPlace(place.row(), 1, folder, "dpr", 1, List.of()));

        assertEquals(folder + ":dpr@18#1", models.names().get(Role.POLICY));
        assertTrue(
                models.notes().getFirst().contains("after step 18"),
                models.notes().toString());
    }
}
