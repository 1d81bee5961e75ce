package org.densepath.app.live;

import java.util.Arrays;

/// The rows of a track: one a `StepFinished`, with the step's time and the tokens up to it.
final class GrowingTrack {
    private double[] steps = new double[16];
    private double[] seconds = new double[16];
    private double[] tokens = new double[16];
    private int size;
    /// The rows that count at present, their steps ascending: a step that is done again takes out the later ones.
    private int[] counting = new int[16];

    private int count;
    private double begun;
    private boolean atWork;

    /// @param worked seconds at work of the whole run before this track
    GrowingTrack(double worked) {
        begun = worked;
    }

    /// The stage begins after `worked` seconds. Begun anew after a resume it goes on counting.
    void begin(double worked) {
        if (!atWork) {
            begun = worked;
            atWork = true;
        }
    }

    /// @param worked seconds at work of the whole run @param added tokens of this step, NaN where it tells none
    /// @return the row
    int add(double step, double worked, double added) {
        int before = count;
        while (before > 0 && steps[counting[before - 1]] >= step) {
            before--;
        }
        double sum = before == 0 ? 0 : tokens[counting[before - 1]];
        if (size == steps.length) {
            steps = Arrays.copyOf(steps, 2 * size);
            seconds = Arrays.copyOf(seconds, 2 * size);
            tokens = Arrays.copyOf(tokens, 2 * size);
        }
        steps[size] = step;
        seconds[size] = Math.max(0, worked - begun);
        tokens[size] = Double.isNaN(added) ? sum : sum + added;
        if (!Double.isNaN(added) || before == count) {
            counting = Arrays.copyOf(counting, Math.max(counting.length, before + 1 + before / 2));
            counting[before] = size;
            count = before + 1;
        }
        return size++;
    }

    double step(int row) {
        return steps[row];
    }

    TrackColumns columns() {
        return new TrackColumns(steps, seconds, tokens);
    }
}
