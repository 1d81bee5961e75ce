package org.densepath.experiment;

import java.util.stream.IntStream;
import org.densepath.BadInputException;

/// What arms need of the data, found before anything is trained.
final class ArmNeeds {
    private ArmNeeds() {}

    /// Throws [BadInputException] where an arm's reward takes a check that a training prompt does not have.
    static void refuseWhenMissing(Experiment experiment, Inputs inputs) {
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
