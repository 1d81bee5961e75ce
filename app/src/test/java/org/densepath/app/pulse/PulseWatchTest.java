package org.densepath.app.pulse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class PulseWatchTest {
    @Test
    void anActThatTakesLongIsSeenWithItsStack() throws Exception {
        try (PulseWatch watch = PulseWatch.start()) {
            watch.during("a slow act");
            CountDownLatch done = new CountDownLatch(1);
            Platform.runLater(() -> {
                work(150);
                done.countDown();
            });
            done.await();
            Thread.sleep(50);

            List<PulseWatch.Wait> waits = watch.longerThan(90);
            assertEquals(1, waits.size(), waits.toString());
            assertEquals("a slow act", waits.getFirst().during());
            assertTrue(waits.getFirst().toString().contains("PulseWatchTest.work"), waits.toString());
            watch.forget();
            assertEquals(List.of(), watch.longerThan(0));
        }
    }

    @Test
    void aQuietWindowHasNothingToTell() throws Exception {
        try (PulseWatch watch = PulseWatch.start()) {
            Thread.sleep(300);
            assertEquals(List.of(), watch.longerThan(90));
        }
    }

    private static void work(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
