package org.densepath.app.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.densepath.app.paint.Appearance;
import org.densepath.app.pulse.PulseWatch;
import org.densepath.app.settings.Preferences;
import org.densepath.paint.TokenSpans;
import org.densepath.run.TraceRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A response of 50,000 tokens never holds up the window, not even when Java has compiled nothing yet.
@ExtendWith(ApplicationExtension.class)
class LongResponseTest {
    private static final int TOKENS = 50_000;
    private static final double LIMIT_MILLIS = 100;

    @TempDir
    Path home;

    private final TraceLoader loader = new TraceLoader(Platform::runLater);
    private Preferences preferences;
    private TokensViewModel model;
    private HeatmapView heatmap;

    @Start
    void open(Stage stage) {
        preferences = Preferences.open(home.resolve("preferences.json"));
        model = new TokensViewModel(loader, preferences);
        Application.setUserAgentStylesheet(Appearance.LIGHT.stylesheet());
        TokensView view = new TokensView(
                model, new TokensMemory(model, preferences), new SimpleObjectProperty<>(Appearance.LIGHT));
        stage.setScene(new Scene(view, 980, 700));
        stage.show();
        heatmap = (HeatmapView) view.lookup("#heatmap");
    }

    @AfterEach
    void close() {
        loader.close();
        preferences.close();
    }

    @Test
    void itIsShownAndTakenTogetherWithoutAWait() throws Exception {
        List<String> words =
                LongRun.tokens("The change and the prices must together add up to the banknote. That is right,\n");
        List<String> tokens = new ArrayList<>();
        while (tokens.size() < TOKENS) {
            tokens.add(words.get(tokens.size() % words.size()));
        }
        // a short one first: what a page needs when it is first shown is not this test's
        show(LongRun.row(1, 0, "A prompt.", words, TraceRow.Ended.EOS));
        until(() -> heatmap.settled());
        try (PulseWatch watch = PulseWatch.start()) {
            watch.during("the first sight");
            show(LongRun.row(1, 0, "A prompt.", tokens, TraceRow.Ended.EOS));
            until(() -> heatmap.settled() && heatmap.content().text().tokens() == TOKENS);
            for (TokenSpans.Unit unit : TokenSpans.Unit.values()) {
                watch.during("by " + unit);
                onWindow(() -> model.settings().unit().set(unit));
                until(() -> heatmap.settled()
                        && (unit == TokenSpans.Unit.TOKEN)
                                == (heatmap.content().text().tokens() == TOKENS));
                assertTrue(heatmap.content().height() > 1_000);
            }
            watch.during("the other density");
            onWindow(() -> model.settings().density().set(HeatmapSettings.Density.DENSE));
            until(() -> heatmap.settled());
            watch.longerThan(LIMIT_MILLIS / 2).forEach(System.out::print);
            assertEquals(List.of(), watch.longerThan(LIMIT_MILLIS));
        }
    }

    private void show(TraceRow row) {
        onWindow(() -> model.show(new StepTrace(KeptSteps.NONE, 1, List.of(row), RunFacts.UNKNOWN)));
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, condition));
    }

    private static void onWindow(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(20_000, work);
    }
}
