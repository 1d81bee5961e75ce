package org.densepath.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.densepath.tensor.OwnTorch;
import org.junit.jupiter.api.Test;

/// What a person is told to do, by what is found.
class GpuAdviceTest {
    private static final Optional<OwnTorch> READY = Optional.of(new OwnTorch(Path.of("venv"), "2.7.1", "12.6"));

    private static void assertSays(String part, GpuAdvice advice) {
        assertTrue(advice.sentence().contains(part), advice.sentence());
    }

    @Test
    void withoutADriverThatIsFirst() {
        assertSays("driver is not found", new GpuAdvice("", 0, 0, 0, true, "2.7.1", READY));
    }

    @Test
    void aDriverWithoutGpusIsLookedAt() {
        assertSays("error 100", new GpuAdvice("12.8", 100, 0, 0, false, "2.7.1", READY));
    }

    @Test
    void aLibtorchForTheCpuIsReplacedByOneThatLiesReady() {
        assertSays("add --torch venv", new GpuAdvice("12.8", 0, 1, 0, false, "2.7.1", READY));
        assertSays("pip install torch==2.7.1", new GpuAdvice("12.8", 0, 1, 0, false, "2.7.1", Optional.empty()));
        assertSays("pip install torch==2.5.1", new GpuAdvice("12.8", 0, 1, 0, false, "2.5.1", READY));
    }

    @Test
    void aDriverThatIsTooOldIsUpdated() {
        assertSays("update the driver", new GpuAdvice("11.4", 0, 1, 0, true, "2.7.1", READY));
    }

    @Test
    void whereTorchComputesOnGpusNothingIsMissing() {
        assertSays("nothing", new GpuAdvice("12.8", 0, 1, 1, true, "2.7.1", Optional.empty()));
    }
}
