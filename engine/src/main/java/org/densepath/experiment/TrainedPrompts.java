package org.densepath.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.densepath.BadInputException;
import org.densepath.data.Demonstration;
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
        List<Asked> asked = prompts.stream().flatMap(Asked::texts).toList();
        List<String> trained = Stream.concat(
                        Overlap.find(data.demonstrations(), Demonstration::promptText, asked, Asked::text)
                                .pairs()
                                .stream()
                                .map(pair -> pair.evaluation().id()),
                        Overlap.find(data.prompts(), Prompt::text, asked, Asked::text).pairs().stream()
                                .map(pair -> pair.evaluation().id()))
                .distinct()
                .toList();
        if (!trained.isEmpty()) {
            List<String> named = trained.stream().limit(NAMED).toList();
            throw new BadInputException(
                    trained.size() + " of " + prompts.size() + " prompts were trained on in " + run.name()
                            + " (" + String.join(", ", named) + (trained.size() > NAMED ? ", …" : "")
                            + "): scores would measure memory; leave them out, or add --allow-overlap.");
        }
    }

    /// As [#refuse], for answers in a folder of a run; nothing where they lie elsewhere, as nobody knows then
    /// what their model was trained on.
    public static void refuseAnswers(Path answers, List<Prompt> prompts) {
        Path absolute = answers.toAbsolutePath().normalize();
        for (Path up = absolute.getParent(); up != null; up = up.getParent()) {
            if (Files.isRegularFile(up.resolve("experiment.json"))) {
                refuse(RunFolder.open(up), prompts);
                return;
            }
        }
    }

    /// A text that a prompt asks: all of it, and where it has several turns also each of them.
    private record Asked(String id, String text) {
        static Stream<Asked> texts(Prompt prompt) {
            Stream<Asked> turns = prompt.messages().stream()
                    .filter(message ->
                            prompt.messages().size() > 1 && message.role().equals("user"))
                    .map(message -> new Asked(prompt.id(), message.content()));
            return Stream.concat(Stream.of(new Asked(prompt.id(), prompt.text())), turns);
        }
    }

    private static Experiment experiment(Path file) {
        return new ExperimentFile().with(file.toString()).read();
    }
}
