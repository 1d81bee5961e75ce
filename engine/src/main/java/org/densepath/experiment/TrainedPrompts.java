package org.densepath.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.densepath.BadInputException;
import org.densepath.data.Overlap;
import org.densepath.data.Prompt;
import org.densepath.run.RunFolder;

/// Prompts of a benchmark that a run trained on.
public final class TrainedPrompts {
    private static final int NAMED = 3;

    private TrainedPrompts() {}

    /// Throws [BadInputException], naming them, where prompts were trained on, or where the training data is no
    /// longer there to be compared.
    public static void refuse(RunFolder run, List<Prompt> prompts) {
        ExperimentData data;
        try {
            data = ExperimentData.read(experiment(run.experiment()).data());
        } catch (BadInputException e) {
            throw new BadInputException(
                    "The training data of " + run.name() + " cannot be compared with these prompts (" + e.getMessage()
                            + "); put it back, or add --allow-overlap.",
                    e);
        }
        List<Prompt> trained = Stream.concat(
                        Overlap.find(data.demonstrations(), prompts).pairs().stream()
                                .map(Overlap.Pair::evaluation),
                        Overlap.find(data.prompts(), Prompt::text, prompts, Prompt::text).pairs().stream()
                                .map(Overlap.Pair::evaluation))
                .distinct()
                .toList();
        if (!trained.isEmpty()) {
            List<String> named = trained.stream().limit(NAMED).map(Prompt::id).toList();
            throw new BadInputException(
                    trained.size() + " of " + prompts.size() + " prompts were trained on in " + run.name()
                            + " (" + String.join(", ", named) + (trained.size() > NAMED ? ", …" : "")
                            + "): scores would measure memory; leave them out, or add --allow-overlap.");
        }
    }

    private static Experiment experiment(Path file) {
        return new ExperimentFile().with(file.toString()).read();
    }
}
