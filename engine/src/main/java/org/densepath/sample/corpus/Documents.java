package org.densepath.sample.corpus;

import java.util.Set;
import org.densepath.sample.Draws;
import org.densepath.sample.task.Task;
import org.densepath.sample.task.TaskFamily;

/// An endless stream of documents, whose mixture follows the progress of training from 0 to 1: copying (a fifth
/// of the documents, later a twentieth), facts (a tenth), and tasks: at first nine in ten with right answers,
/// later with the answers of the open web ([NoisyAnswers]). Held-out prompts never appear.
public final class Documents {
    private static final double COPYING_UNTIL = 0.15;
    private static final double COPYING_EARLY = 0.20;
    private static final double COPYING_LATE = 0.05;
    private static final double FACTS = 0.10;
    private static final int FACTS_IN_A_DOCUMENT = 3;
    private static final double CLEAN_UNTIL = 0.55;
    private static final double CLEAN_SHARE = 0.90;

    private final Set<String> heldOutKeys;
    private final Draws draws;
    private final NoisyAnswers noisyAnswers;
    private final CopyingDocuments copying;
    private final Facts facts;

    /// `heldOutKeys`: see [org.densepath.sample.task.TaskSplits#heldOutKeys()].
    public Documents(Set<String> heldOutKeys, long seed) {
        this.heldOutKeys = Set.copyOf(heldOutKeys);
        draws = new Draws(seed);
        noisyAnswers = new NoisyAnswers(draws);
        copying = new CopyingDocuments(draws);
        facts = new Facts(draws);
    }

    /// The next document. The seed and the values of progress asked for so far decide it.
    public Document next(double progress) {
        double kind = draws.fraction();
        if (kind < (progress < COPYING_UNTIL ? COPYING_EARLY : COPYING_LATE)) {
            return copying.next();
        }
        if (kind >= 1 - FACTS) {
            return Document.statement(facts.next(FACTS_IN_A_DOCUMENT));
        }
        Task task = unheldTask();
        boolean right = progress < CLEAN_UNTIL && draws.chance(CLEAN_SHARE);
        return Document.exchange(task.prompt(), right ? task.answer() : noisyAnswers.to(task));
    }

    private Task unheldTask() {
        Task task = TaskFamily.any(draws);
        while (heldOutKeys.contains(task.key())) {
            task = TaskFamily.any(draws);
        }
        return task;
    }
}
