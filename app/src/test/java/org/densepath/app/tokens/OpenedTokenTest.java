package org.densepath.app.tokens;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import org.densepath.app.paint.Appearance;
import org.densepath.app.settings.Preferences;
import org.densepath.run.TraceRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// The token that was asked for is seen, however far down it stands.
@ExtendWith(ApplicationExtension.class)
class OpenedTokenTest {
    @TempDir
    Path folder;

    @Test
    void aTokenFarDownIsScrolledTo() {
        TraceRow row = LongRun.row(1, 0, "What?", Collections.nCopies(4000, " word"), TraceRow.Ended.EOS);
        try (TraceLoader loader = new TraceLoader(Platform::runLater);
                Preferences preferences = Preferences.open(folder.resolve("preferences.json"))) {
            TokensViewModel model = new TokensViewModel(loader, preferences);
            Scene scene = onWindow(() -> {
                Application.setUserAgentStylesheet(Appearance.LIGHT.stylesheet());
                TokensView view = new TokensView(
                        model, new TokensMemory(model, preferences), new SimpleObjectProperty<>(Appearance.LIGHT));
                model.show(new StepTrace(KeptSteps.NONE, 1, List.of(row), RunFacts.UNKNOWN));
                Scene made = new Scene(view, 980, 700);
                made.snapshot(null);
                return made;
            });
            assertFalse(visible(scene, 3000));
            onWindow(() -> {
                model.selection().go(3000);
                return scene.snapshot(null);
            });
            assertTrue(visible(scene, 3000));
            assertFalse(visible(scene, 0));
        }
    }

    private static boolean visible(Scene scene, int token) {
        return onWindow(() -> {
            HeatmapView heatmap = (HeatmapView) scene.lookup("#heatmap");
            for (double y = 0; y < heatmap.canvas().getHeight(); y += 4) {
                for (double x = 0; x < heatmap.canvas().getWidth(); x += 4) {
                    if (heatmap.cellAt(x, y) == token) {
                        return true;
                    }
                }
            }
            return false;
        });
    }

    private static <T> T onWindow(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(30_000, work);
    }
}
