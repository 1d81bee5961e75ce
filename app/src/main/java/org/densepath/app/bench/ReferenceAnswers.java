package org.densepath.app.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.densepath.BadInputException;
import org.densepath.data.Prompt;
import org.densepath.data.PromptReader;
import org.densepath.experiment.SampleHome;
import org.densepath.run.RunFolder;
import org.densepath.run.RunSettings;
import org.densepath.run.RunStorageException;

/// The right answers to the held-out prompts, where the file that the run was made with is still there.
final class ReferenceAnswers {
    private ReferenceAnswers() {}

    /// The run's file of held-out prompts; empty where it names none that is there.
    static Optional<Path> file(Path run) {
        try {
            return RunSettings.read(RunFolder.open(run).experiment())
                    .value("data.heldOut")
                    .filter(path -> !path.isBlank() && !path.equals(RunSettings.OFF))
                    .map(SampleHome::resolve)
                    .filter(path -> path.toFile().isFile());
        } catch (BadInputException | RunStorageException e) {
            return Optional.empty();
        }
    }

    /// By the prompt's text; nothing where the file cannot be read, for the answers can be shown without.
    static Map<String, String> of(Path run) {
        Map<String, String> answers = new HashMap<>();
        try {
            file(run).ifPresent(path -> PromptReader.read(path).prompts().forEach(prompt -> put(prompt, answers)));
        } catch (BadInputException | RunStorageException e) {
            return Map.of();
        }
        return answers;
    }

    private static void put(Prompt prompt, Map<String, String> answers) {
        String answer = prompt.reference().orElse(prompt.fields().path("answer").asText());
        if (!answer.isBlank()) {
            answers.put(prompt.text(), answer.strip());
        }
    }
}
