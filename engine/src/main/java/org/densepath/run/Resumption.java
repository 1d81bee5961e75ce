package org.densepath.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Which events count after a resume. A killed worker has told of steps that its last checkpoint does not hold;
/// the next worker does these steps again and tells of them again. So, at a `RunResumed` line, of the lines
/// before it:
///
/// - a track that it lists keeps its events up to the listed step, and is unfinished again;
/// - a track that it does not list keeps everything if its stage had finished, else nothing that has a step.
///
/// With the same numbers computed again, a resumed run's metrics are those of an uninterrupted one, each step
/// once.
final class Resumption {
    private Resumption() {}

    static List<EventLine> withoutSuperseded(List<EventLine> lines) {
        List<EventLine> kept = new ArrayList<>();
        for (EventLine line : lines) {
            if (line.event() instanceof Event.RunResumed resumed) {
                removeSuperseded(kept, resumed);
            }
            kept.add(line);
        }
        return kept;
    }

    /// Removes from `lines`, all written before `resumed`, those that it supersedes.
    static void removeSuperseded(List<EventLine> lines, Event.RunResumed resumed) {
        Map<Track, Long> from = resumed.from().stream()
                .collect(Collectors.toMap(Event.ResumedTrack::track, Event.ResumedTrack::step, Math::min));
        Set<Track> finished = new HashSet<>();
        for (EventLine line : lines) {
            if (line.event() instanceof Event.StageFinished stage && !from.containsKey(stage.track())) {
                finished.add(stage.track());
            }
        }
        lines.removeIf(line -> switch (line.event()) {
            case Event.AtStep at -> !finished.contains(at.track()) && at.step() > from.getOrDefault(at.track(), 0L);
            case Event.StageFinished stage -> from.containsKey(stage.track());
            default -> false;
        });
    }
}
