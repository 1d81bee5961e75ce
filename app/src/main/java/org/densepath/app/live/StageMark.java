package org.densepath.app.live;

import org.densepath.experiment.ArmLabel;
import org.densepath.run.Track;

/// One stage of a run, as the strip of stages shows it.
///
/// @param done how much of `total` is done, in `unit`s @param total 0 when that is not known
public record StageMark(Track track, State state, long done, long total, String unit) {
    public enum State {
        DONE,
        ACTIVE,
        /// Begun, and not at work now.
        HALTED
    }

    /// 0 … 1, or −1 when the total is not known.
    public double share() {
        return state == State.DONE ? 1 : total <= 0 ? -1 : Math.clamp((double) done / total, 0, 1);
    }

    /// `DPR`, `SFT`, `Evaluation`, with the arm and the seed where the stage's name does not tell.
    public String label(boolean manySeeds) {
        String arm = track.arm().isEmpty() || track.arm().equals(track.stage()) ? "" : " · " + stageName(track.arm());
        return stageName(track.stage()) + arm + (manySeeds ? " · seed " + track.seed() : "");
    }

    /// `DPR`, `Continued SFT`, `Evaluation`: what a person calls a stage or an arm.
    public static String stageName(String id) {
        return ArmLabel.of(id);
    }
}
