package org.densepath.run;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// What a worker tells about a run: one line of `events.jsonl` each, its `type` the record's name.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface Event {

    /// An event of one track.
    sealed interface OnTrack extends Event {
        String stage();

        String arm();

        int seed();

        default Track track() {
            return new Track(stage(), arm(), seed());
        }
    }

    /// An event of one step of a track. It is superseded when the run is resumed from before that step.
    sealed interface AtStep extends OnTrack {
        long step();
    }

    /// The first event. `name` is what the person called the run.
    record RunStarted(String name) implements Event {
        public RunStarted {
            Objects.requireNonNull(name, "name");
        }
    }

    /// The worker goes on from checkpoints: each track in `from` goes on after that step (0: from its beginning).
    /// Every other unfinished track begins anew; see [Resumption].
    record RunResumed(List<ResumedTrack> from) implements Event {
        public RunResumed {
            from = List.copyOf(from);
        }
    }

    /// A track and the last step that its checkpoint holds.
    record ResumedTrack(String stage, String arm, int seed, long step) {
        public ResumedTrack {
            Track.check(stage, arm);
        }

        public Track track() {
            return new Track(stage, arm, seed);
        }
    }

    /// `steps` is how many the stage will take; 0 when that is not known.
    record StageStarted(String stage, String arm, int seed, long steps) implements OnTrack {
        public StageStarted {
            Track.check(stage, arm);
        }
    }

    /// How far the work inside a stage is: `done` of `total` `unit`s (`responses`, `tokens`, `prompts`).
    record Progress(String stage, String arm, int seed, long done, long total, String unit) implements OnTrack {
        public Progress {
            Track.check(stage, arm);
        }
    }

    /// The metrics of one optimizer step by name (`dpr/reward_mean`); steps count from 1. A value may be NaN.
    record StepFinished(String stage, String arm, int seed, long step, Map<String, Double> metrics) implements AtStep {
        public StepFinished {
            Track.check(stage, arm);
            metrics = Collections.unmodifiableMap(new TreeMap<>(metrics));
        }
    }

    /// Weights kept during SFT, `fraction` of the way; `path` is relative to the run folder, with `/`.
    record SnapshotSaved(String stage, String arm, int seed, long step, double fraction, String path)
            implements AtStep {
        public SnapshotSaved {
            Track.check(stage, arm);
        }
    }

    /// `path` is relative to the run folder, with `/`.
    record CheckpointSaved(String stage, String arm, int seed, long step, String path) implements AtStep {
        public CheckpointSaved {
            Track.check(stage, arm);
        }
    }

    /// One step's trace file with `responses` rows; `path` is relative to the run folder, with `/`.
    record RolloutsSaved(String stage, String arm, int seed, long step, int responses, String path) implements AtStep {
        public RolloutsSaved {
            Track.check(stage, arm);
        }
    }

    /// `metric` has left its `limit`: a sentence for the person, and what to change.
    record Warning(
            String stage,
            String arm,
            int seed,
            long step,
            String what,
            String whatToDo,
            String metric,
            double value,
            double limit)
            implements AtStep {
        public Warning {
            Track.check(stage, arm);
        }
    }

    /// One benchmark's number with its interval, and how much of it could be judged.
    record ScoreComputed(
            String benchmark,
            String arm,
            int seed,
            String score,
            double value,
            double low,
            double high,
            int judged,
            int unparsed,
            int total)
            implements Event {}

    record StageFinished(String stage, String arm, int seed) implements OnTrack {
        public StageFinished {
            Track.check(stage, arm);
        }
    }

    /// Stopped on request, all kept; can be resumed. `sentence` says on whose word.
    record RunStopped(String sentence) implements Event {}

    record RunFinished() implements Event {}

    record RunFailed(String sentence, String whatToDo) implements Event {}

    /// A line that this version cannot read: a newer version's event, or a spoiled line (`type` is then
    /// `unreadable` and `content` has its `text`). Read, never written.
    record UnknownEvent(String type, ObjectNode content) implements Event {}
}
