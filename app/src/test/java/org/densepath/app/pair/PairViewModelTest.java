package org.densepath.app.pair;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.densepath.app.scoring.Role;
import org.densepath.app.scoring.ScoreQuestion;
import org.densepath.app.scoring.Scored;
import org.densepath.app.settings.Preferences;
import org.densepath.app.task.Tasks;
import org.densepath.run.TokenValues;
import org.densepath.run.TraceRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class PairViewModelTest {
    @TempDir
    Path folder;

    private final BlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
    private final FakeScorer scorer = new FakeScorer();
    private final Tasks tasks = new Tasks(window::add);
    private Preferences preferences;
    private PairViewModel model;

    @BeforeEach
    void open() {
        preferences = Preferences.open(folder.resolve("preferences.json"));
        model = new PairViewModel(scorer, tasks, preferences, window::add);
        model.models().choose(Map.of(Role.SFT, "s", Role.REFERENCE, "r"));
        model.prompt().set("say it");
    }

    @AfterEach
    void close() {
        tasks.close();
        preferences.close();
    }

    private void until(BooleanSupplier then) throws InterruptedException {
        while (!then.getAsBoolean()) {
            Runnable next = window.poll(10, TimeUnit.SECONDS);
            if (next != null) {
                next.run();
            }
        }
    }

    private void score(String answer) throws InterruptedException {
        model.answer().set(answer);
        model.score();
        until(() -> model.task().get().isEmpty());
    }

    private static TraceRow row(String response) {
        int[] ids = ("p" + response).chars().toArray();
        List<String> tokens = response.chars().mapToObj(Character::toString).toList();
        TokenValues none = new TokenValues(
                new float[0],
                new float[0],
                new float[0],
                new float[0],
                new float[0],
                new float[0],
                new float[0],
                new float[0]);
        return new TraceRow(
                7, 0, 0, "say it", response, TraceRow.Ended.LENGTH, ids, 1, tokens, none, 0, OptionalDouble.empty());
    }

    @Test
    void everyEditIsKeptAndComparedWithTheOneBefore() throws Exception {
        score("15");
        assertFalse(model.shown().get().paired());
        score("14");

        assertEquals("#1 written", model.versions().getFirst().title());
        assertEquals("#2 edited", model.versions().getLast().title());
        assertEquals(model.versions().getFirst(), model.shown().get().first());
        assertEquals(model.versions().getLast(), model.shown().get().second());
    }

    @Test
    void whatWasGoneBackToIsComparedWithTheNextEdit() throws Exception {
        score("15");
        score("14");
        model.goBack(model.versions().getFirst());
        assertEquals("15", model.answer().get());
        assertTrue(model.shown().get().paired());
        score("16");

        assertEquals("15", model.shown().get().first().answer());
        assertEquals("16", model.shown().get().second().answer());
        model.compareWith(model.versions().get(1));
        assertEquals("14", model.shown().get().first().answer());
    }

    @Test
    void theSameQuestionIsNotAskedTwice() throws Exception {
        score("15");
        score("14");
        score("15");
        assertEquals(2, model.versions().size());
        assertEquals("#1 written", model.shown().get().current().orElseThrow().title());
    }

    @Test
    void anotherPromptBeginsAnew() throws Exception {
        score("15");
        model.prompt().set("say something else");
        score("15");
        assertFalse(model.shown().get().paired());
    }

    @Test
    void whatIsMissingIsSaid() throws Exception {
        model.prompt().set(" ");
        model.score();
        assertEquals("Write a prompt first.", model.problem().get());
        model.prompt().set("say it");
        model.models().name(Role.REFERENCE).set("");
        model.score();
        assertEquals("Choose a model for π_ref first.", model.problem().get());
        model.models().name(Role.REFERENCE).set("none");
        score("15");
        assertEquals("There is no model 'none'.", model.problem().get());
        assertTrue(model.versions().isEmpty());
    }

    @Test
    void aCancelledQuestionIsWithdrawn() throws Exception {
        model.models().name(Role.SFT).set("slow");
        model.answer().set("15");
        model.score();
        until(() -> {
            synchronized (scorer) {
                return !scorer.open.isEmpty();
            }
        });
        model.cancel();
        until(() -> tasks.running().isEmpty());

        assertTrue(scorer.open.getFirst().isCancelled());
        assertEquals("", model.problem().get());
        assertTrue(model.versions().isEmpty());
    }

    @Test
    void aGeneratedAnswerIsScoredIdByIdAndTheSeedMovesOn() throws Exception {
        model.generate();
        until(() -> !model.versions().isEmpty());

        Version version = model.versions().getFirst();
        assertArrayEquals("pab".chars().toArray(), version.scored().ids());
        assertEquals("ab", model.answer().get());
        assertEquals("#1 generated by π_SFT, seed 1", version.title());
        assertEquals(2, model.generating().seed().get());
    }

    @Test
    void aSampledResponseIsScoredAsItWasSampled() throws Exception {
        model.open(row("xy"), Path.of("run"));
        until(() -> !model.versions().isEmpty());

        assertArrayEquals("pxy".chars().toArray(), scorer.asked.getFirst().ids());
        assertEquals(
                Map.of(Role.SFT, "run:sft", Role.REFERENCE, "run:reference"),
                model.models().chosen());
        assertEquals("xy", model.answer().get());
        score("xz");
        assertEquals("#1 sampled at step 7", model.shown().get().first().title());
    }

    @Test
    void twoResponsesStandBesideEachOther() throws Exception {
        model.compare(row("xy"), row("xyz"), Path.of("run"));
        until(() -> model.versions().size() == 2);
        assertTrue(model.shown().get().paired());
        assertEquals("xyz", model.answer().get());
    }

    @Test
    void aReplacedTokenIsOneMoreVersion() {
        Map<Role, String> names = Map.of(Role.SFT, "run:sft", Role.REFERENCE, "run:reference");
        Scored before =
                FakeScorer.scored(ScoreQuestion.ofIds(names, "pxy$".chars().toArray(), 1, 0));
        Scored after =
                FakeScorer.scored(ScoreQuestion.ofIds(names, "pxz$".chars().toArray(), 1, 0));
        model.replaced(row("xy"), Path.of("run"), before, after);

        assertEquals("xz", model.answer().get());
        assertEquals("xy", model.shown().get().first().answer());
        assertEquals(List.of(), scorer.asked);
    }

    @Test
    void theLastTextAndModelsAreRemembered() throws Exception {
        score("15");
        PairViewModel later = new PairViewModel(scorer, tasks, preferences, window::add);
        assertEquals("15", later.answer().get());
        assertEquals("say it", later.prompt().get());
        assertEquals("s", later.models().name(Role.SFT).get());
    }

    @Test
    void anAnswerStandsUnderSeveralModels() throws Exception {
        score("15");
        SweepViewModel sweep = new SweepViewModel(scorer, tasks, "sweep");
        List<NamedModel> models = List.of(
                new NamedModel("a:base", "x", Optional.empty()), new NamedModel("a:sft@0.5", "y", Optional.empty()));
        sweep.show(model.versions().getFirst(), models);
        until(() -> !sweep.results().get().isEmpty());

        assertEquals(
                models,
                sweep.results().get().stream().map(SweepViewModel.Swept::model).toList());
        assertEquals(3, sweep.results().get().getFirst().logp().length);
        int asked = scorer.asked.size();
        sweep.show(model.versions().getFirst(), models);
        assertEquals(asked, scorer.asked.size());
    }
}
