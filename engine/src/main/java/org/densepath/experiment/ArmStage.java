package org.densepath.experiment;

import java.nio.file.Path;
import java.util.List;
import org.densepath.run.RunFolder;
import org.densepath.run.Track;
import org.densepath.train.LearningRate;

/// Trains one arm for one seed from π_SFT, and says where it left its policy.
final class ArmStage {
    private final Worker worker;
    private final Arm arm;
    private final Track track;

    /// `worker`: that of the run; the arm's own experiment is put in its place.
    ArmStage(Worker worker, Arm arm, int seed) {
        this.worker = worker.with(arm.experiment());
        this.arm = arm;
        this.track = arm.track(seed);
    }

    /// `sftSteps`: updates that SFT had, after which continued SFT takes up the order of the demonstrations.
    void run(long sftSteps) {
        switch (arm.kind()) {
            case REINFORCE -> {
                try (PathModels path = new PathModels(worker, track.seed())) {
                    HeldOut validation =
                            HeldOut.of(worker, path, worker.inputs().validation());
                    new ReinforceStage(worker, track).run(path, validation);
                }
            }
            case CONTINUED_SFT -> continuedSft(sftSteps);
            case SELF_PLAY -> new SelfPlayStage(worker, track).run();
            case CONTRASTIVE, BEST_OF_N -> throw new IllegalStateException(arm.name() + " trains nothing");
        }
    }

    private void continuedSft(long sftSteps) {
        Experiment.SftStage sft = worker.experiment().sft();
        int steps = worker.experiment().dpr().steps();
        LearningRate rate = new LearningRate(sft.learningRate(), sft.warmupSteps(), LearningRate.Shape.CONSTANT, steps);
        new SupervisedStage(
                        worker,
                        new SupervisedStage.Plan(track, steps, sftSteps * sft.batchSize(), rate, 0, List.of(1.0)))
                .run(PathModels.policy(worker, track.seed()));
    }

    /// Where the trained policy of an arm lies.
    static Path trained(RunFolder folder, Arm arm, int seed) {
        Track track = arm.track(seed);
        return arm.kind() == Arm.Kind.CONTINUED_SFT
                ? folder.snapshot(track, 1)
                : folder.latestCheckpoint(track).orElseThrow();
    }
}
