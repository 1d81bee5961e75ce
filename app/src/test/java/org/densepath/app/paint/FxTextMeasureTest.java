package org.densepath.app.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import org.densepath.paint.TextStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// Text that must be shaped is laid out by the window's thread, whoever measures it.
@ExtendWith(ApplicationExtension.class)
class FxTextMeasureTest {
    private static final TextStyle STYLE = new TextStyle(TextStyle.Face.SANS, 14, false);
    private static final String SHAPED = "reward r\u0302";

    @Test
    void whileTheWindowIsBusyOnlyPlainTextIsMeasuredElsewhere() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        Platform.runLater(() -> {
            busy.countDown();
            try {
                free.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        busy.await();
        CompletableFuture<Double> shaped;
        try {
            FxTextMeasure plain = new FxTextMeasure();
            assertEquals(
                    plain.width("plain", STYLE),
                    CompletableFuture.supplyAsync(() -> new FxTextMeasure().width("plain", STYLE))
                            .get(10, TimeUnit.SECONDS));
            shaped = CompletableFuture.supplyAsync(() -> new FxTextMeasure().width(SHAPED, STYLE));
            assertThrows(TimeoutException.class, () -> shaped.get(300, TimeUnit.MILLISECONDS));
        } finally {
            free.countDown();
        }
        double windows = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> new FxTextMeasure().width(SHAPED, STYLE));
        assertEquals(windows, shaped.get(10, TimeUnit.SECONDS));
    }
}
