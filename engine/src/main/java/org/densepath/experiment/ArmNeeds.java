package org.densepath.experiment;

import java.util.stream.IntStream;
import org.densepath.BadInputException;

/// What arms need of the data, found before anything is trained.
final class ArmNeeds {
    private ArmNeeds() {}

    /// Throws [BadInputException] where an arm's reward takes a check that a training prompt does not have, or
    /// where the reward is to be measured and no validation prompt has one.
    static void refuseWhenMissing(Experiment experiment, Inputs inputs) {
        if (experiment.reward().requireAuroc() != null
                && inputs.validation().checked().isEmpty()) {
            throw new BadSettingException(
                    "reward.requireAuroc",
                    "needs validation prompts with a check; give such in data.validation, or leave it empty");
        }
        PromptSet prompts = inputs.prompts();
        long unchecked = IntStream.range(0, prompts.size())
                .filter(i -> !prompts.hasCheck(i))
                .count();
        for (Arm arm : Arm.of(experiment)) {
            if (arm.kind() == Arm.Kind.REINFORCE && arm.experiment().reward().denseShare() < 1 && unchecked > 0) {
                throw new BadInputException("The arm '" + arm.name() + "' is rewarded by a check, which " + unchecked
                        + " of " + prompts.size()
                        + " prompts in data.prompts do not have; leave the arm out, or give prompts with checks.");
            }
        }
    }
}
