package org.densepath.experiment;

import org.densepath.tensor.Torch;

/// What every stage of a running experiment needs.
record Worker(Experiment experiment, Torch torch, LoadedModel base, Inputs inputs, RunJournal journal) {}
