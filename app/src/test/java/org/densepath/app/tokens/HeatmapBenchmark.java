package org.densepath.app.tokens;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.densepath.app.paint.Appearance;
import org.densepath.app.settings.Preferences;
import org.densepath.paint.TokenSpans;
import org.densepath.run.TraceRow;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A response of 50,000 tokens: until it is first shown, scrolling, restyling. Run it on a real window system.
@Tag("benchmark")
@ExtendWith(ApplicationExtension.class)
class HeatmapBenchmark {
    private static final int TOKENS = 50_000;

    private final Preferences preferences =
            Preferences.open(Path.of("target", "benchmark-" + System.nanoTime(), "preferences.json"));
    private final TraceLoader loader = new TraceLoader(Platform::runLater);
    private final TokensViewModel model = new TokensViewModel(loader, preferences);
    private Stage stage;

    @Start
    void open(Stage shown) {
        stage = shown;
        Application.setUserAgentStylesheet(Appearance.LIGHT.stylesheet());
        TokensView view = new TokensView(
                model, new TokensMemory(model, preferences), new SimpleObjectProperty<>(Appearance.LIGHT));
        stage.setScene(new Scene(view, 980, 900));
        stage.show();
    }

    @Test
    void fiftyThousandTokens() throws Exception {
        TraceRow brief = LongRun.row(1, 0, "A prompt.", tokens(25).subList(0, 100), TraceRow.Ended.EOS);
        StepTrace step = new StepTrace(KeptSteps.NONE, 1, List.of(brief), RunFacts.UNKNOWN);
        System.out.printf("the page's first response, of 100 tokens: %s%n", pulseAfter(() -> model.show(step)));
        looking();
        measure("lines of 25", tokens(25));
        measure("one line", tokens(Integer.MAX_VALUE));
    }

    /// A person takes some time before something else is asked for.
    private static void looking() throws InterruptedException {
        Thread.sleep(1_500);
    }

    private void measure(String name, List<String> tokens) throws Exception {
        TraceRow row = LongRun.row(1, 0, "A prompt.", tokens, TraceRow.Ended.EOS);
        StepTrace step = new StepTrace(KeptSteps.NONE, 1, List.of(row), RunFacts.UNKNOWN);
        for (int i = 0; i < 5; i++) {
            onWindow(() -> model.show(StepTrace.NONE));
            System.out.printf("%s: first shown %s%n", name, pulseAfter(() -> model.show(step)));
        }
        for (TokenLayer layer : List.of(TokenLayer.RETURN, TokenLayer.LOGP_SFT, TokenLayer.REWARD)) {
            System.out.printf(
                    "%s: layer %s %s%n",
                    name, layer, pulseAfter(() -> model.layer().set(layer)));
        }
        looking();
        for (TokenSpans.Unit unit : List.of(TokenSpans.Unit.WORD, TokenSpans.Unit.SENTENCE, TokenSpans.Unit.TOKEN)) {
            System.out.printf(
                    "%s: by %s %s%n",
                    name, unit, pulseAfter(() -> model.settings().unit().set(unit)));
        }
        for (HeatmapSettings.Density density : List.of(HeatmapSettings.Density.DENSE, HeatmapSettings.Density.ROOMY)) {
            System.out.printf(
                    "%s: density %s %s%n",
                    name, density, pulseAfter(() -> model.settings().density().set(density)));
        }
        scroll(name);
    }

    /// 300 pulses, a different place each.
    private void scroll(String name) throws Exception {
        List<Long> pulses = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch done = new CountDownLatch(1);
        onWindow(() -> {
            HeatmapView heatmap = (HeatmapView) stage.getScene().lookup("#heatmap");
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    pulses.add(System.nanoTime());
                    heatmap.scrollTo(pulses.size() * 37.0);
                    if (pulses.size() == 300) {
                        stop();
                        done.countDown();
                    }
                }
            }.start();
        });
        done.await(60, TimeUnit.SECONDS);
        double[] gaps = new double[pulses.size() - 1];
        Arrays.setAll(gaps, i -> (pulses.get(i + 1) - pulses.get(i)) / 1e6);
        Arrays.sort(gaps);
        double seconds = (pulses.getLast() - pulses.getFirst()) / 1e9;
        System.out.printf(
                "%s: scrolling %.1f pulses/s, ms a pulse median %.1f, 95th of 100 %.1f%n",
                name, gaps.length / seconds, gaps[gaps.length / 2], gaps[gaps.length * 95 / 100]);
    }

    /// How long from a change until the pulse after the one that draws it, by when it is on the screen, and until
    /// all of it is laid out.
    private String pulseAfter(Runnable change) throws Exception {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        CountDownLatch shown = new CountDownLatch(1);
        long[] times = new long[4];
        HeatmapView heatmap = (HeatmapView) stage.getScene().lookup("#heatmap");
        onWindow(() -> {
            Optional<Shown> before = model.shown().get();
            stage.getScene().addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    boolean there = model.shown().get() != before && heatmap.content() != null;
                    if (there && times[1] == 0) {
                        times[1] = -1;
                    } else if (there && times[1] < 0) {
                        times[1] = System.nanoTime();
                    }
                    if (times[1] <= 0 || !heatmap.settled()) {
                        Platform.requestNextPulse();
                        return;
                    }
                    stage.getScene().removePostLayoutPulseListener(this);
                    times[2] = threads.getCurrentThreadCpuTime() - times[2];
                    times[3] = System.nanoTime();
                    shown.countDown();
                }
            });
            times[0] = System.nanoTime();
            times[2] = threads.getCurrentThreadCpuTime();
            change.run();
            Platform.requestNextPulse();
        });
        shown.await(20, TimeUnit.SECONDS);
        WaitForAsyncUtils.waitForFxEvents();
        return String.format(
                "%.1f ms, all of it %.1f ms; the window's thread was at work for %.1f ms",
                (times[1] - times[0]) / 1e6, (times[3] - times[0]) / 1e6, times[2] / 1e6);
    }

    private static void onWindow(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            work.run();
            return null;
        });
    }

    private static List<String> tokens(int perLine) throws Exception {
        String[] words = Files.readString(
                        Path.of(System.getProperty("densepath.root", "..")).resolve("README.md"))
                .split("(?=[ .,:])");
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < TOKENS; i++) {
            String word = words[i % words.length].replace("\n", "");
            tokens.add(word.isEmpty() ? "." : i % perLine == perLine - 1 ? word + "\n" : word);
        }
        return tokens;
    }
}
