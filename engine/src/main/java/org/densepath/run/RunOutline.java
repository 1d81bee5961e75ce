package org.densepath.run;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a list of runs shows of a run's events: [RunState] without the curves. Nearly all lines are steps, and of
/// a row of steps only the last is decoded: a list of many long runs reads as fast as the disk. Belongs to one
/// thread.
final class RunOutline {
    private static final byte[] STEP = "\"type\":\"StepFinished\"".getBytes(StandardCharsets.UTF_8);
    /// Of these, only when the last one was matters.
    private static final byte[] SAVED = "Saved\"".getBytes(StandardCharsets.UTF_8);

    private static final byte[] PROGRESS = "\"type\":\"Progress\"".getBytes(StandardCharsets.UTF_8);
    private static final byte[] HELD_OUT = "/heldout_".getBytes(StandardCharsets.UTF_8);
    /// The envelope, within which the type stands, is shorter.
    private static final int ENVELOPE = 160;

    private final Map<String, Event.ScoreComputed> scores = new LinkedHashMap<>();
    private final List<Event.Warning> warnings = new ArrayList<>();
    private final Set<Track> finished = new HashSet<>();
    private final Map<Track, TrackProgress> tracks = new LinkedHashMap<>();
    private Optional<Event.StepFinished> heldOut = Optional.empty();
    private RunStatus told = RunStatus.PREPARED;
    private String name = "";
    private String lastWord = "";
    private Optional<Track> stage = Optional.empty();
    private Instant started;
    private Instant last;
    private Instant since;
    private Duration worked = Duration.ZERO;
    private int newest;
    private int unreadable;

    /// How far one track is.
    record TrackProgress(long step, long steps) {}

    /// Reads on.
    void poll(EventLog log) {
        Lines lines = new Lines();
        log.forEach(lines);
        lines.endOfSteps();
    }

    RunStatus status(boolean workerAlive) {
        return told == RunStatus.RUNNING && !workerAlive ? RunStatus.INTERRUPTED : told;
    }

    String name() {
        return name;
    }

    /// The sentence of the end: why it was stopped, or has failed and what to do; empty before that.
    String lastWord() {
        return lastWord;
    }

    RunProgress progress() {
        // Evaluation counts no steps: the training before it says more.
        Optional<Track> shown = stage.filter(
                        track -> told == RunStatus.RUNNING || tracks.get(track).steps() > 0)
                .or(() -> tracks.entrySet().stream()
                        .filter(entry -> entry.getValue().steps() > 0)
                        .reduce((a, b) -> a.getKey().stage().equals("dpr") ? a : b)
                        .map(Map.Entry::getKey))
                .or(() -> stage)
                .or(() -> tracks.keySet().stream().reduce((a, b) -> b));
        TrackProgress at = shown.map(tracks::get).orElse(new TrackProgress(0, 0));
        Duration now = since == null ? Duration.ZERO : Duration.between(since, last);
        return new RunProgress(
                shown,
                at.step(),
                at.steps(),
                Optional.ofNullable(started),
                Optional.ofNullable(last),
                worked.plus(now));
    }

    List<Event.ScoreComputed> scores() {
        return List.copyOf(scores.values());
    }

    int warnings() {
        return warnings.size();
    }

    /// The last step with held-out scores of the policy in training.
    Optional<Event.StepFinished> heldOut() {
        return heldOut;
    }

    /// What of the events this version cannot read, as sentences.
    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (newest > EventLine.SCHEMA_VERSION) {
            remarks.add("A newer version wrote this run (events of version " + newest + ", known here is "
                    + EventLine.SCHEMA_VERSION + "); what is shown may be incomplete.");
        }
        if (unreadable > 0) {
            remarks.add((unreadable == 1 ? "One line" : unreadable + " lines")
                    + " of events.jsonl cannot be read; the others are shown.");
        }
        return remarks;
    }

    private final class Lines implements EventLog.Lines {
        private Undecoded step;
        private Undecoded saved;

        @Override
        public void line(byte[] block, int start, int end) {
            int envelope = Math.min(end, start + ENVELOPE);
            Undecoded line = new Undecoded(block, start, end);
            if (indexOf(block, start, envelope, STEP) >= 0) {
                if (step != null && indexOf(step.bytes(), step.from(), step.to(), HELD_OUT) >= 0) {
                    endOfSteps();
                }
                step = line;
            } else if (indexOf(block, start, envelope, SAVED) >= 0 || indexOf(block, start, envelope, PROGRESS) >= 0) {
                saved = line;
            } else {
                endOfSteps();
                take(line.decoded());
            }
        }

        void endOfSteps() {
            if (step != null) {
                take(step.decoded());
            }
            if (saved != null) {
                take(saved.decoded());
            }
            step = null;
            saved = null;
        }
    }

    private record Undecoded(byte[] bytes, int from, int to) {
        EventLine decoded() {
            return EventFormat.read(new String(bytes, from, to - from, StandardCharsets.UTF_8));
        }
    }

    private void take(EventLine line) {
        newest = Math.max(newest, line.schemaVersion());
        switch (line.event()) {
            case Event.RunStarted event -> {
                name = event.name();
                started = line.time();
                goesOn(line.time());
            }
            case Event.RunResumed event -> {
                supersede(event);
                if (since != null) {
                    worked = worked.plus(Duration.between(since, last));
                }
                goesOn(line.time());
            }
            case Event.StageStarted event -> {
                stage = Optional.of(event.track());
                finished.remove(event.track());
                tracks.remove(event.track());
                tracks.put(event.track(), new TrackProgress(0, event.steps()));
            }
            case Event.StepFinished event -> {
                TrackProgress before = tracks.getOrDefault(event.track(), new TrackProgress(0, 0));
                tracks.put(event.track(), new TrackProgress(event.step(), before.steps()));
                if (event.metrics().keySet().stream().anyMatch(metric -> metric.contains("/heldout_"))) {
                    heldOut = Optional.of(event);
                }
            }
            case Event.ScoreComputed event ->
                scores.put(String.join("/", event.benchmark(), event.arm(), "" + event.seed(), event.score()), event);
            case Event.Warning event -> warnings.add(event);
            case Event.StageFinished event -> finished.add(event.track());
            case Event.RunStopped event -> ends(RunStatus.STOPPED, event.sentence());
            case Event.RunFinished _ -> ends(RunStatus.FINISHED, "");
            case Event.RunFailed event -> ends(RunStatus.FAILED, event.sentence() + "\n" + event.whatToDo());
            case Event.UnknownEvent event -> unreadable += event.type().equals("unreadable") ? 1 : 0;
            case Event.Progress _, Event.SnapshotSaved _, Event.CheckpointSaved _, Event.RolloutsSaved _ -> {}
        }
        boolean later = last == null || line.time().isAfter(last);
        if (later && !(line.event() instanceof Event.UnknownEvent)) {
            last = line.time();
        }
    }

    /// As [Resumption], for what is kept here.
    private void supersede(Event.RunResumed resumed) {
        Map<Track, Long> from = resumed.from().stream()
                .collect(Collectors.toMap(Event.ResumedTrack::track, Event.ResumedTrack::step, Math::min));
        finished.removeAll(from.keySet());
        tracks.replaceAll((track, at) -> finished.contains(track)
                ? at
                : new TrackProgress(Math.min(at.step(), from.getOrDefault(track, 0L)), at.steps()));
        warnings.removeIf(w -> superseded(w, from));
        heldOut = heldOut.filter(step -> !superseded(step, from));
    }

    private boolean superseded(Event.AtStep event, Map<Track, Long> from) {
        return !finished.contains(event.track()) && event.step() > from.getOrDefault(event.track(), 0L);
    }

    private void goesOn(Instant time) {
        told = RunStatus.RUNNING;
        lastWord = "";
        since = time;
    }

    private void ends(RunStatus how, String sentence) {
        told = how;
        lastWord = sentence.strip();
    }

    private static int indexOf(byte[] bytes, int from, int to, byte[] wanted) {
        outer:
        for (int at = from; at <= to - wanted.length; at++) {
            for (int i = 0; i < wanted.length; i++) {
                if (bytes[at + i] != wanted[i]) {
                    continue outer;
                }
            }
            return at;
        }
        return -1;
    }
}
