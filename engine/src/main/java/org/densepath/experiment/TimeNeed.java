package org.densepath.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// How long an experiment will take, part by part: the counts of its [Workload] times the [Speed] of its model.
/// What is not known before is how long answers will be; after SFT they are taken to be as long as half of the
/// base model's and half of the demonstrations' answers are.
public record TimeNeed(List<Phase> phases, double answerLength) {
    private static final double FLOAT = 4;
    /// Figures and the table at the end. Measured on the demo.
    private static final double END = 2.5;
    /// A trace file of a batch. Measured on the demo.
    private static final double TRACE = 0.02;
    private static final int QUANTILES = 256;

    /// A part of the run and its seconds.
    public record Phase(String name, double seconds) {}

    public TimeNeed {
        phases = List.copyOf(phases);
    }

    public double seconds() {
        return phases.stream().mapToDouble(Phase::seconds).sum();
    }

    public static TimeNeed of(Experiment experiment, Workload work, Speed speed) {
        return new Reckoning(experiment, work, speed).need();
    }

    /// One estimate, step by step.
    private static final class Reckoning {
        private final Experiment experiment;
        private final Workload work;
        private final Speed speed;
        private final List<Arm> arms;
        private final int[] base;
        private final int[] trained;
        private final int models;

        Reckoning(Experiment experiment, Workload work, Speed speed) {
            this.experiment = experiment;
            this.work = work;
            this.speed = speed;
            this.arms = Arm.of(experiment);
            base = quantiles(speed.answers(), QUANTILES / 2);
            for (int i = 0; i < base.length; i++) {
                base[i] = base[i] >= speed.answerLimit() ? Integer.MAX_VALUE : base[i];
            }
            int[] demonstrated = quantiles(work.answers(), QUANTILES / 2);
            trained = Arrays.copyOf(base, base.length + demonstrated.length);
            System.arraycopy(demonstrated, 0, trained, base.length, demonstrated.length);
            models = MemoryNeed.frozenModels(experiment.reward());
        }

        TimeNeed need() {
            int seeds = experiment.seeds().size();
            long steps = SupervisedStage.steps(experiment.sft(), work.demonstrations());
            List<Phase> phases = new ArrayList<>();
            phases.add(new Phase("start", speed.start()));
            phases.add(new Phase("SFT", seeds * sft(steps, snapshots())));
            if (experiment.reward().requireAuroc() != null) {
                int samples = experiment.reward().aurocSamples();
                phases.add(new Phase("worth of the reward", seeds * answering(work.validation(), trained, samples)));
            }
            for (Arm arm : arms) {
                if (arm.kind().trains()) {
                    phases.add(new Phase(name(arm), seeds * training(arm)));
                }
            }
            if (work.heldOut().count() > 0) {
                phases.add(new Phase("scores", seeds * scores()));
            }
            phases.add(new Phase("figures", END));
            int cap = experiment.dpr().maxNewTokens();
            double length = Arrays.stream(capped(trained, cap)).average().orElse(0);
            return new TimeNeed(phases, length);
        }

        /// Fractions that are kept: those asked for, the reward's references, and the end; the base model lies
        /// there.
        private int snapshots() {
            return (int)
                    Stream.of(experiment.sft().snapshots(), experiment.reward().references(), List.of(1.0))
                            .flatMap(List::stream)
                            .filter(fraction -> fraction > 0)
                            .distinct()
                            .count();
        }

        private double sft(long updates, int snapshots) {
            Experiment.SftStage s = experiment.sft();
            double update = s.batchSize() * work.meanLength() * speed.train() + speed.update();
            return updates * update
                    + saving(3) * Math.max(0, (updates - 1) / s.checkpointEvery())
                    + saving(1) * snapshots;
        }

        private static String name(Arm arm) {
            return switch (arm.name()) {
                case "dpr" -> "DPR";
                case "continued-sft" -> "continued SFT";
                default -> arm.name();
            };
        }

        private double training(Arm arm) {
            return switch (arm.kind()) {
                case REINFORCE ->
                    dpr(
                            arm.experiment().dpr(),
                            MemoryNeed.frozenModels(arm.experiment().reward()));
                case SELF_PLAY -> selfPlay(arm.experiment());
                default -> sft(experiment.dpr().steps(), 1);
            };
        }

        /// Own answers, both models' scores of the pairs, and an update on them.
        private double selfPlay(Experiment own) {
            Experiment.Dpr d = own.dpr();
            int pairs = own.selfPlay().pairs();
            int[] lengths = quantiles(capped(trained, d.maxNewTokens()), pairs);
            double tokens =
                    Arrays.stream(lengths).sum() + pairs * work.prompts().mean() + pairs * work.meanLength();
            double step = drawing(pairs, 1, work.prompts().mean(), lengths, d.maxNewTokens())
                    + 2 * tokens * speed.score()
                    + tokens * speed.train()
                    + speed.update();
            return d.steps() * step + saving(3) * Math.ceilDiv(d.steps(), d.checkpointEvery());
        }

        private double dpr(Experiment.Dpr d, int models) {
            int rows = d.prompts() * d.samples();
            int[] lengths = quantiles(capped(trained, d.maxNewTokens()), rows);
            double tokens =
                    Arrays.stream(lengths).sum() + d.prompts() * work.prompts().mean();
            double step = drawing(d.prompts(), d.samples(), work.prompts().mean(), lengths, d.maxNewTokens())
                    + models * tokens * speed.score()
                    + d.updatesPerBatch() * (tokens * speed.policy() + speed.update())
                    + (d.traceEvery() > 0 ? TRACE / d.traceEvery() : 0);
            long validations = 1 + Math.ceilDiv(d.steps(), d.heldOutEvery());
            double validation = work.validation().count() == 0 ? 0 : answering(work.validation(), trained, true);
            return d.steps() * step
                    + validations * validation
                    + saving(3) * Math.ceilDiv(d.steps(), d.checkpointEvery())
                    + (d.keepEvery() > 0 ? saving(1) * (d.steps() / d.keepEvery()) : 0);
        }

        private double scores() {
            double references = work.references() * speed.score();
            double plain = 1;
            double other = 0;
            for (Arm arm : arms) {
                switch (arm.kind()) {
                    case CONTRASTIVE -> other += 2 * answering(work.heldOut(), trained, true);
                    case BEST_OF_N ->
                        other += arm.experiment().decoding().bestOf() * answering(work.heldOut(), trained, false);
                    default -> plain++;
                }
            }
            return answering(work.heldOut(), base, true)
                    + plain * answering(work.heldOut(), trained, true)
                    + answering(work.heldOut(), trained, false)
                    + other
                    + (1 + plain) * references;
        }

        /// One policy's answers to held-out prompts, greedy (where asked for) and sampled, and their rewards.
        private double answering(Workload.Lengths prompts, int[] answers, boolean greedy) {
            int samples = experiment.evaluation().samples();
            return answering(prompts, answers, samples) + (greedy ? answering(prompts, answers, 1) : 0);
        }

        private double answering(Workload.Lengths prompts, int[] answers, int samples) {
            int cap = experiment.evaluation().maxNewTokens();
            int[] lengths = quantiles(capped(answers, cap), prompts.count() * samples);
            double tokens = Arrays.stream(lengths).sum() + prompts.count() * prompts.mean();
            return drawing(prompts.count(), samples, prompts.mean(), lengths, cap) + models * tokens * speed.score();
        }

        /// Generation: batches of as many rows as fit, each until its longest answer ends.
        private double drawing(int prompts, int samples, double promptLength, int[] lengths, int cap) {
            int atOnce = speed.rowsAtOnce(promptLength, cap, samples);
            int batches = Math.ceilDiv(lengths.length, atOnce);
            int[] batch = quantiles(lengths, Math.ceilDiv(lengths.length, batches));
            long[] stepsAndRows = Decoding.work(batch);
            return speed.pack()
                    + prompts * promptLength * speed.prefill()
                    + batches * (stepsAndRows[0] * speed.decode() + stepsAndRows[1] * speed.row());
        }

        /// Writing so many times the weights.
        private double saving(int times) {
            return times * FLOAT * speed.parameters() * speed.write();
        }

        private static int[] capped(int[] lengths, int cap) {
            return Arrays.stream(lengths).map(length -> Math.min(length, cap)).toArray();
        }

        /// `count` lengths that are spread as these are.
        private static int[] quantiles(int[] lengths, int count) {
            int[] sorted = lengths.length == 0 ? new int[] {1} : lengths.clone();
            Arrays.sort(sorted);
            int[] spread = new int[count];
            Arrays.setAll(spread, i -> sorted[(int) ((i + 0.5) / count * sorted.length)]);
            return spread;
        }
    }
}
