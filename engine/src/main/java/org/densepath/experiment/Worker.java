package org.densepath.experiment;

import org.densepath.tensor.Torch;

/// What every stage of a running experiment needs.
record Worker(Experiment experiment, Torch torch, LoadedModel base, Inputs inputs, RunJournal journal) {
    /// The same for an arm with settings of its own.
    Worker with(Experiment other) {
        return new Worker(other, torch, base, inputs, journal);
    }
}
