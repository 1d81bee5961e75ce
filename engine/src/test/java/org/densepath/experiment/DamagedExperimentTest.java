package org.densepath.experiment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.densepath.AllocationBound;
import org.densepath.BadInputException;
import org.densepath.DamagedText;

/// An experiment file, damaged at random, is read or refused with a sentence.
class DamagedExperimentTest {
    private static Path file;
    private static byte[] whole;
    private static AllocationBound bound;

    @BeforeContainer
    static void write() throws IOException {
        file = Files.createTempFile("experiment", ".json");
        whole = ExperimentFile.text(new ExperimentFile().with("demo").read()).getBytes(UTF_8);
        Files.write(file, whole);
        bound = AllocationBound.fourTimes(
                () -> new ExperimentFile().with(file.toString()).read());
    }

    @AfterContainer
    static void delete() throws IOException {
        Files.delete(file);
    }

    @Property(tries = 10_000, seed = "2510", shrinking = ShrinkingMode.OFF)
    void readRefusesOrReadsWhateverTheDamage(@ForAll long seed) throws IOException {
        Files.write(file, DamagedText.changed(whole, new Random(seed)));
        try {
            bound.hold(() -> new ExperimentFile().with(file.toString()).read());
        } catch (BadInputException e) {
            assertFalse(e.getMessage().isBlank());
        }
    }
}
