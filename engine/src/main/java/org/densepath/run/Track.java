package org.densepath.run;

import java.util.Comparator;

/// One line of work within a run: a stage (`sft`, `dpr`, `bench`, …), the arm it belongs to, and the seed. `arm`
/// is empty for what all arms share (SFT).
public record Track(String stage, String arm, int seed) implements Comparable<Track> {
    private static final Comparator<Track> ORDER =
            Comparator.comparing(Track::stage).thenComparing(Track::arm).thenComparingInt(Track::seed);

    public Track {
        check(stage, arm);
    }

    /// What all arms share.
    public static Track shared(String stage, int seed) {
        return new Track(stage, "", seed);
    }

    static void check(String stage, String arm) {
        Names.check("stage", stage);
        if (!arm.isEmpty()) {
            Names.check("arm", arm);
        }
    }

    @Override
    public int compareTo(Track other) {
        return ORDER.compare(this, other);
    }
}
