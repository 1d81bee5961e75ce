package org.densepath.experiment;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.densepath.BadInputException;
import org.densepath.bench.RowSheet;
import org.densepath.bench.statistics.Interval;
import org.densepath.bench.worth.Choice;
import org.densepath.bench.worth.Worth;
import org.densepath.bench.worth.WorthFigure;
import org.densepath.model.Rollout;
import org.densepath.model.SamplingSettings;
import org.densepath.paint.file.FigureFile;
import org.densepath.paint.file.FigureFormat;
import org.densepath.run.AtomicFiles;
import org.densepath.run.ContentHash;
import org.densepath.run.Event;
import org.densepath.run.RunStorageException;
import org.densepath.run.Track;
import org.densepath.train.PathReward;

/// Measures on the validation prompts, after SFT and before any arm, whether the reward tells right from wrong
/// responses of π_SFT, and stops the run where it does not do so as well as `reward.requireAuroc` says. It leaves
/// the files of `densepath bench worth` in `bench/worth/sft-seed-N`; responses that are there are not drawn
/// again.
final class RewardGate {
    static final String BENCHMARK = "worth";
    /// Scored at once: their hidden states are kept meanwhile.
    private static final int WINDOW = 64;

    private static final long EVERY_NANOS = 1_000_000_000L;

    private final Worker worker;
    private final Experiment experiment;
    private final Track track;
    private final PromptSet prompts;
    private final List<Integer> checked;

    RewardGate(Worker worker, int seed) {
        this.worker = worker;
        this.experiment = worker.experiment();
        this.track = track(seed);
        this.prompts = worker.inputs().validation();
        this.checked = prompts.checked();
    }

    /// The track under which it is told.
    static Track track(int seed) {
        return Track.shared(BENCHMARK, seed);
    }

    /// Throws [RunJournal.StopRequest] where the reward falls short.
    void run() {
        worker.journal().tell(new Event.StageStarted(track.stage(), track.arm(), track.seed(), 0));
        Path folder = worker.journal().folder().bench(BENCHMARK, "sft", track.seed());
        Worth worth = measured(folder);
        tell(worth);
        AtomicFiles.write(folder.resolve("scores.json"), worth.json().toPrettyString() + "\n");
        draw(worth, folder.resolve("figures"));
        double required = experiment.reward().requireAuroc();
        worth.shortfall(required).ifPresent(measured -> stop(worth, measured, required));
        worker.journal().tell(new Event.StageFinished(track.stage(), track.arm(), track.seed()));
    }

    private Worth measured(Path folder) {
        try (PathModels path = new PathModels(worker, track.seed())) {
            WorthSamples samples = new WorthSamples(
                    worker.base(),
                    path.sft(),
                    checked.stream().map(prompts.prompts()::get).toList(),
                    (place, rollout, _) -> prompts.check(checked.get(place), rollout) > 0.5,
                    rollouts -> sums(path.reward(), rollouts),
                    SamplingSettings.sampling(
                            experiment.evaluation().temperature(),
                            1,
                            experiment.evaluation().maxNewTokens(),
                            experiment.reward().aurocSamples(),
                            worker.base().endIds()),
                    track.seed());
            RowSheet sheet = sheet(folder);
            long[] last = {System.nanoTime()};
            samples.write(sheet, (drawn, _) -> {
                worker.journal().obeyAbort();
                if (System.nanoTime() - last[0] > EVERY_NANOS) {
                    last[0] = System.nanoTime();
                    worker.journal().progress(track, drawn, samples.all(), "answer");
                }
            });
            return Worth.of(samples.kept(sheet));
        }
    }

    private RowSheet sheet(Path folder) {
        try {
            return RowSheet.open(folder, "samples.jsonl", settings());
        } catch (BadInputException e) {
            throw new BadInputException(
                    folder + " holds responses that were measured with other settings; move it away, and resume.", e);
        }
    }

    private static List<WorthSamples.Sums> sums(PathReward reward, List<Rollout> rollouts) {
        List<WorthSamples.Sums> sums = new ArrayList<>();
        for (int from = 0; from < rollouts.size(); from += WINDOW) {
            List<Rollout> part = rollouts.subList(from, Math.min(rollouts.size(), from + WINDOW));
            try (PathReward.Scored scored = reward.score(part)) {
                List<float[]> rewards = scored.rewards();
                for (int i = 0; i < part.size(); i++) {
                    sums.add(new WorthSamples.Sums(
                            sum(rewards.get(i)), sum(scored.logpSft().get(i))));
                }
            }
        }
        return sums;
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    /// All that the samples and their rewards depend on.
    private ObjectNode settings() {
        Experiment.Reward r = experiment.reward();
        StringBuilder texts = new StringBuilder();
        checked.forEach(i -> texts.append(prompts.prompts().get(i).fields()).append('\n'));
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        settings.put("benchmark", "worth-validation").put("model", "sft").put("definition", r.definition());
        r.references().forEach(settings.putArray("references")::add);
        settings.put("scale", r.scale()).put("clip", r.clip());
        settings.put("standardise", r.standardise().name()).put("maskAboveEntropy", r.maskAboveEntropy());
        settings.put("promptsSha256", ContentHash.ofText(texts.toString())).put("seed", track.seed());
        settings.put("samples", r.aurocSamples());
        return settings.put("temperature", experiment.evaluation().temperature())
                .put("maxNewTokens", experiment.evaluation().maxNewTokens());
    }

    private void tell(Worth worth) {
        for (Choice choice : Choice.values()) {
            Interval i = worth.auroc().get(choice).interval();
            worker.journal()
                    .tell(new Event.ScoreComputed(
                            BENCHMARK,
                            "sft",
                            track.seed(),
                            "validation_auroc_" + choice.key(),
                            i.value(),
                            i.low(),
                            i.high(),
                            worth.mixed(),
                            0,
                            worth.prompts()));
        }
    }

    private void draw(Worth worth, Path folder) {
        RunFigure figure = new RunFigure(
                "best-of-n",
                WorthFigure.of(worth),
                FigureProvenance.of(worker.journal().folder(), experiment, track, OptionalLong.empty()));
        try {
            Files.createDirectories(folder);
            for (FigureFormat format : List.of(FigureFormat.PNG, FigureFormat.SVG)) {
                FigureFile.replace(folder.resolve("best-of-n." + format.extension()), RunFigures.kept(figure), format);
            }
        } catch (IOException e) {
            throw RunStorageException.writing(folder, e);
        }
    }

    private void stop(Worth worth, String measured, double required) {
        String what = measured + " by reward.requireAuroc.";
        String whatToDo = "choose another reward.references or train SFT further in a new run, or lower"
                + " reward.requireAuroc in the run's experiment.json and resume";
        double low = worth.auroc().get(Choice.RETURN).interval().low();
        worker.journal()
                .tell(new Event.Warning(
                        track.stage(),
                        track.arm(),
                        track.seed(),
                        1, // a resume supersedes it
                        what,
                        whatToDo,
                        "worth/auroc_return",
                        low,
                        required));
        throw new RunJournal.StopRequest("Stopped before any arm. " + what + " To go on: " + whatToDo + ".");
    }
}
