package org.densepath.app.pair;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.densepath.app.scoring.Role;
import org.densepath.app.settings.Preferences;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Models that nobody has chosen are those of the run that is shown.
@Timeout(20)
class ModelsViewModelTest {
    private static final Path SAMPLE = Path.of(System.getProperty("densepath.root", ".."), "sample-data", "run");

    @TempDir
    Path folder;

    private final BlockingQueue<Runnable> window = new LinkedBlockingQueue<>();

    @Test
    void theyFollowARunThatHasNoWeightsYet() throws Exception {
        Path begun = begun();
        try (Preferences preferences = Preferences.open(folder.resolve("preferences.json"))) {
            ModelsViewModel models = new ModelsViewModel(preferences, window::add);
            shown(models, SAMPLE, 5);
            assertEquals(SAMPLE + ":sft", models.name(Role.SFT).get());

            shown(models, begun, 0);
            assertEquals(SAMPLE + ":sft", models.name(Role.SFT).get(), "until there are others");
            copy(SAMPLE.resolve("sft"), begun.resolve("sft"));
            shown(models, begun, 1);
            assertEquals(begun + ":sft", models.name(Role.SFT).get());
            assertEquals(begun + ":reference", models.name(Role.REFERENCE).get());
        }
    }

    @Test
    void whatAPersonHasChosenStays() throws Exception {
        try (Preferences preferences = Preferences.open(folder.resolve("preferences.json"))) {
            ModelsViewModel models = new ModelsViewModel(preferences, window::add);
            models.name(Role.SFT).set("mine");
            shown(models, SAMPLE, 5);
            assertEquals("mine", models.name(Role.SFT).get());
            assertEquals(SAMPLE + ":reference", models.name(Role.REFERENCE).get());
        }
    }

    @Test
    void afterAnotherStartTheyGoOnToFollow() throws Exception {
        Path other = begun();
        copy(SAMPLE.resolve("sft"), other.resolve("sft"));
        Path file = folder.resolve("preferences.json");
        try (Preferences preferences = Preferences.open(file)) {
            shown(new ModelsViewModel(preferences, window::add), SAMPLE, 5);
        }
        try (Preferences preferences = Preferences.open(file)) {
            ModelsViewModel models = new ModelsViewModel(preferences, window::add);
            shown(models, other, 5);
            assertEquals(other + ":sft", models.name(Role.SFT).get());
        }
    }

    private void shown(ModelsViewModel models, Path run, long stages) throws InterruptedException {
        models.shown(Optional.of(run), stages);
        window.poll(10, TimeUnit.SECONDS).run();
    }

    /// A run without weights.
    private Path begun() throws IOException {
        Path run = Files.createDirectories(folder.resolve("begun"));
        for (String file : new String[] {"experiment.json", "events.jsonl", "provenance.json"}) {
            Files.copy(SAMPLE.resolve(file), run.resolve(file));
        }
        return run;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
