package org.densepath.experiment;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.densepath.BadInputException;
import org.densepath.model.Golden;
import org.junit.jupiter.api.Test;

/// An experiment that does not fit into memory is refused before it starts.
class MemoryNeedTest {
    private static final Path MODEL = Golden.path("models/llama-tied");
    private static final Experiment EXPERIMENT = new ExperimentFile().read();

    @Test
    void refusesWhatDoesNotFitAndSaysHowMuchIsMissing() {
        String said = assertThrows(
                        BadInputException.class, () -> MemoryNeed.refuseWhenAbove(100L << 20, EXPERIMENT, MODEL))
                .getMessage();
        assertTrue(said.contains("only 100 MB are available") && said.contains("sft.tokenBudget"), said);
    }

    @Test
    void acceptsWhatFits() {
        assertDoesNotThrow(() -> MemoryNeed.refuseWhenAbove(8L << 30, EXPERIMENT, MODEL));
    }
}
