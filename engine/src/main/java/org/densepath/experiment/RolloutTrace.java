package org.densepath.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.densepath.model.Rollout;
import org.densepath.run.Event;
import org.densepath.run.TokenValues;
import org.densepath.run.TraceRow;
import org.densepath.run.TraceWriter;
import org.densepath.run.Track;
import org.densepath.text.CharacterGroups;
import org.densepath.train.StepResult;

/// Writes a step's rollouts with each token's numbers as one trace file.
final class RolloutTrace implements AutoCloseable {
    private final Worker worker;
    private final Track track;
    private final TraceWriter writer = new TraceWriter();

    RolloutTrace(Worker worker, Track track) {
        this.worker = worker;
        this.track = track;
    }

    void write(long step, int[] chosen, StepResult result) {
        List<TraceRow> rows = new ArrayList<>();
        for (int i = 0; i < result.rollouts().size(); i++) {
            rows.add(row(step, chosen, result, i));
        }
        Path file = worker.journal().folder().rollouts(track, step);
        writer.write(file, rows);
        worker.journal()
                .tell(new Event.RolloutsSaved(
                        track.stage(),
                        track.arm(),
                        track.seed(),
                        step,
                        rows.size(),
                        worker.journal().folder().relative(file)));
    }

    private TraceRow row(long step, int[] chosen, StepResult result, int i) {
        Rollout rollout = result.rollouts().get(i);
        int prompt = chosen[rollout.prompt()];
        double total = 0;
        for (float r : result.rewards().get(i)) {
            total += r;
        }
        double check = result.checks()[i];
        return new TraceRow(
                step,
                prompt,
                rollout.sample(),
                worker.inputs().prompts().prompts().get(prompt).text(),
                worker.base().decodeResponse(rollout.ids()),
                rollout.cut() ? TraceRow.Ended.LENGTH : TraceRow.Ended.EOS,
                rollout.sequence().ids(),
                rollout.promptIds().length,
                CharacterGroups.of(worker.base().tokenizer(), rollout.ids()).tokenTexts(),
                new TokenValues(
                        result.terms().logp().get(i),
                        result.logpSft().get(i),
                        result.logpReference().get(i),
                        result.rewards().get(i),
                        result.returns().get(i),
                        result.advantages().get(i),
                        result.terms().klToSft().get(i),
                        result.terms().entropy().get(i)),
                total,
                Double.isNaN(check) ? OptionalDouble.empty() : OptionalDouble.of(check),
                CharacterGroups.of(worker.base().tokenizer(), rollout.promptIds())
                        .tokenTexts());
    }

    @Override
    public void close() {
        writer.close();
    }
}
