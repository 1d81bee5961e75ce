package org.densepath.experiment;

import java.util.function.IntConsumer;
import org.densepath.run.Track;
import org.densepath.tensor.Torch;
import org.densepath.train.TokenBudget;

/// What every stage of a running experiment needs. `memoryAttempt` is told each token budget before it is tried.
record Worker(
        Experiment experiment,
        TorchStart engine,
        LoadedModel base,
        Inputs inputs,
        RunJournal journal,
        IntConsumer memoryAttempt) {

    /// Where the policy is trained.
    Torch torch() {
        return engine.policy();
    }

    /// The same for an arm with settings of its own.
    Worker with(Experiment other) {
        return new Worker(other, engine, base, inputs, journal, memoryAttempt);
    }

    /// Tells the run whenever memory ran out and `budget`, a setting of `group` (`sft`, `dpr`), was halved.
    void watchMemory(TokenBudget budget, Track track, String group) {
        budget.beforeAttempts(memoryAttempt)
                .whenHalved(tokens -> journal.warn(
                        track,
                        0,
                        "Memory ran out; the pass was done again with " + tokens
                                + " tokens at once, which changes its result by rounding only.",
                        "set " + group + ".tokenBudget=" + tokens + " to begin with it"));
    }
}
