package org.densepath.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.densepath.run.Event;
import org.densepath.run.ResumePoint;
import org.densepath.run.RunFolder;
import org.densepath.run.Track;

/// Where a resumed run goes on: the tracks that have a checkpoint and no end yet.
final class Resume {
    private Resume() {}

    static List<Event.ResumedTrack> tracks(RunFolder folder, Experiment experiment, Set<Track> finished) {
        List<Event.ResumedTrack> from = new ArrayList<>();
        for (int seed : experiment.seeds()) {
            List<Track> tracks = new ArrayList<>(List.of(Track.shared("sft", seed)));
            Arm.of(experiment).stream().filter(arm -> arm.kind().trains()).forEach(arm -> tracks.add(arm.track(seed)));
            for (Track track : tracks) {
                if (!finished.contains(track)) {
                    folder.latestCheckpoint(track).ifPresent(checkpoint -> {
                        long step = ResumePoint.read(checkpoint).step();
                        from.add(new Event.ResumedTrack(track.stage(), track.arm(), track.seed(), step));
                    });
                }
            }
        }
        return from;
    }
}
