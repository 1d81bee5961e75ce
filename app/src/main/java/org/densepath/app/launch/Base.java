package org.densepath.app.launch;

import java.nio.file.Path;
import java.util.List;
import org.densepath.experiment.ExperimentFile;

/// What a form begins with: a preset, or the experiment of an earlier run.
///
/// @param argument as the command line takes it
record Base(String argument, String label, String about, ExperimentFile file) {
    static final List<Base> PRESETS = List.of(
            preset("demo", "Demo", "The whole method in minutes, on the sample model and tasks"),
            preset("reward-hacking", "Reward hacking", "See a run go wrong: no KL, a high rate, the watch on"),
            preset(
                    "smollm2-self-instruct",
                    "Your model",
                    "A real model on a CPU, briefly; choose the model and the demonstrations"));

    private static Base preset(String name, String label, String about) {
        return new Base(name, label, about, new ExperimentFile().with(name));
    }

    /// Throws [org.densepath.BadInputException] where the file is no experiment.
    static Base of(Path experiment) {
        Path folder = experiment.toAbsolutePath().getParent();
        String label = experiment.endsWith("experiment.json") && folder != null
                ? folder.getFileName().toString()
                : experiment.getFileName().toString();
        return new Base(
                experiment.toString(),
                label,
                "The settings of " + experiment,
                new ExperimentFile().with(experiment.toString()));
    }
}
