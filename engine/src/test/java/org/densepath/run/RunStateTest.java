package org.densepath.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RunStateTest {
    private static final Track SFT = Track.shared("sft", 1);
    private static final Track DPR = new Track("dpr", "dpr", 1);
    private static final int SFT_STEPS = 4;
    private static final int DPR_STEPS = 12;
    private static final int CHECKPOINT_EVERY = 5;

    @Test
    void statusFollowsTheEventsAndTheWorker() {
        RunState state = new RunState();
        assertEquals(RunStatus.PREPARED, state.status(false));
        apply(state, new Event.RunStarted("tiny"));
        assertEquals(RunStatus.RUNNING, state.status(true));
        assertEquals(RunStatus.INTERRUPTED, state.status(false));
        apply(state, new Event.RunFailed("The loss is not finite.", "Lower the rate."));
        assertEquals(RunStatus.FAILED, state.status(false));
        assertEquals(Optional.of("The loss is not finite."), state.failure().map(Event.RunFailed::sentence));
        apply(state, new Event.RunResumed(List.of()));
        assertEquals(RunStatus.RUNNING, state.status(true));
        assertEquals(Optional.empty(), state.failure());
        apply(state, new Event.RunStopped("Stopped on request."));
        assertEquals(RunStatus.STOPPED, state.status(false));
        apply(state, new Event.RunResumed(List.of()));
        apply(state, new Event.RunFinished());
        assertEquals(RunStatus.FINISHED, state.status(false));
        assertEquals("tiny", state.name());
    }

    @Test
    void applyFollowsStageStepAndProgress() {
        RunState state = new RunState();
        apply(state, new Event.StageStarted("sft", "", 1, 4));
        apply(state, new Event.StepFinished("sft", "", 1, 3, Map.of("sft/loss", 2.0)));
        apply(state, new Event.Progress("sft", "", 1, 5, 10, "responses"));
        assertEquals(SFT, state.stage().orElseThrow().track());
        assertEquals(3, state.step());
        assertEquals(5, state.progress().orElseThrow().done());
        apply(state, new Event.StageStarted("dpr", "dpr", 1, 12));
        assertEquals(0, state.step());
        assertEquals(Optional.empty(), state.progress());
    }

    @Test
    void applyKeepsTheLatestOfAScore() {
        RunState state = new RunState();
        apply(state, new Event.ScoreComputed("gsm8k", "dpr", 1, "accuracy", 0.1, 0, 1, 10, 0, 10));
        apply(state, new Event.ScoreComputed("gsm8k", "spin", 1, "accuracy", 0.2, 0, 1, 10, 0, 10));
        apply(state, new Event.ScoreComputed("gsm8k", "dpr", 1, "accuracy", 0.3, 0, 1, 10, 0, 10));
        assertEquals(
                List.of(0.3, 0.2),
                state.scores().stream().map(Event.ScoreComputed::value).toList());
    }

    @Test
    void aResumeTakesBackStepsWarningsAndFilesAfterItsCheckpoint() {
        RunState state = new RunState();
        for (long step = 1; step <= 3; step++) {
            apply(state, new Event.StepFinished("dpr", "dpr", 1, step, Map.of("dpr/kl", (double) step)));
            apply(state, new Event.RolloutsSaved("dpr", "dpr", 1, step, 64, "rollouts/" + step));
            apply(state, new Event.Warning("dpr", "dpr", 1, step, "high", "lower", "dpr/kl", step, 0));
        }
        apply(state, new Event.RunResumed(List.of(new Event.ResumedTrack("dpr", "dpr", 1, 1))));
        assertEquals(1, state.step());
        assertEquals(1, state.warnings().size());
        assertEquals(1, state.all(Event.RolloutsSaved.class).size());
        assertArrayEquals(
                new double[] {1},
                state.metrics().get(new MetricKey(DPR, "dpr/kl")).values());
    }

    @Property(tries = 300, seed = "2510")
    void aRunKilledAtAnyEventsHasTheMetricsOfAnUninterruptedOne(
            @ForAll @Size(max = 4) List<@IntRange(min = 1, max = 30) Integer> kills) {
        RunState uninterrupted = RunState.of(lines(run(List.of())));
        List<EventLine> killed = lines(run(kills));
        assertEquals(curves(uninterrupted), curves(RunState.of(killed)));
        assertEquals(curves(uninterrupted), curves(RunState.of(Resumption.withoutSuperseded(killed))));
        assertEquals(
                uninterrupted.all(Event.CheckpointSaved.class),
                RunState.of(killed).all(Event.CheckpointSaved.class));
        assertEquals(
                uninterrupted.all(Event.StageFinished.class),
                RunState.of(killed).all(Event.StageFinished.class));
    }

    /// A worker of two stages that is killed after so many events of each life, and goes on from its last
    /// checkpoints.
    private static List<Event> run(List<Integer> kills) {
        List<Event> told = new ArrayList<>();
        for (int life = 0; life <= kills.size(); life++) {
            List<Event> events = life(told);
            int end = life < kills.size() ? Math.min(kills.get(life), events.size()) : events.size();
            told.addAll(events.subList(0, end));
        }
        return told;
    }

    private static List<Event> life(List<Event> before) {
        List<Event> events = new ArrayList<>();
        long sft = lastCheckpoint(before, SFT);
        long dpr = lastCheckpoint(before, DPR);
        boolean sftFinished = before.contains(new Event.StageFinished("sft", "", 1));
        if (before.isEmpty()) {
            events.add(new Event.RunStarted("tiny"));
        } else {
            List<Event.ResumedTrack> from = new ArrayList<>();
            if (!sftFinished && sft > 0) {
                from.add(new Event.ResumedTrack("sft", "", 1, sft));
            }
            if (dpr > 0 && !before.contains(new Event.StageFinished("dpr", "dpr", 1))) {
                from.add(new Event.ResumedTrack("dpr", "dpr", 1, dpr));
            }
            events.add(new Event.RunResumed(from));
        }
        if (!sftFinished) {
            stage(events, SFT, sft, SFT_STEPS);
        }
        if (!before.contains(new Event.StageFinished("dpr", "dpr", 1))) {
            stage(events, DPR, dpr, DPR_STEPS);
        }
        events.add(new Event.RunFinished());
        return events;
    }

    private static void stage(List<Event> events, Track track, long from, long steps) {
        events.add(new Event.StageStarted(track.stage(), track.arm(), track.seed(), steps));
        for (long step = from + 1; step <= steps; step++) {
            Map<String, Double> metrics = Map.of(track.stage() + "/loss", Math.sin(step));
            events.add(new Event.StepFinished(track.stage(), track.arm(), track.seed(), step, metrics));
            if (step % CHECKPOINT_EVERY == 0) {
                events.add(new Event.CheckpointSaved(track.stage(), track.arm(), track.seed(), step, "at " + step));
            }
        }
        events.add(new Event.StageFinished(track.stage(), track.arm(), track.seed()));
    }

    private static long lastCheckpoint(List<Event> events, Track track) {
        return events.stream()
                .filter(Event.CheckpointSaved.class::isInstance)
                .map(Event.CheckpointSaved.class::cast)
                .filter(saved -> saved.track().equals(track))
                .mapToLong(Event.CheckpointSaved::step)
                .max()
                .orElse(0);
    }

    private static String curves(RunState state) {
        StringBuilder text = new StringBuilder();
        state.metrics().forEach((key, series) -> {
            text.append(key);
            for (int i = 0; i < series.size(); i++) {
                text.append(' ').append(series.step(i)).append(':').append(series.value(i));
            }
            text.append('\n');
        });
        return text.toString();
    }

    private static List<EventLine> lines(List<Event> events) {
        List<EventLine> lines = new ArrayList<>();
        for (Event event : events) {
            lines.add(new EventLine(1, lines.size() + 1, Instant.EPOCH, event));
        }
        return lines;
    }

    private static void apply(RunState state, Event event) {
        state.apply(new EventLine(1, 1, Instant.EPOCH, event));
    }
}
