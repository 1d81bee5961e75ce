package org.densepath.app.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.application.Application;
import javafx.beans.property.SimpleObjectProperty;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javax.imageio.ImageIO;
import org.densepath.app.control.Prose;
import org.densepath.app.paint.Appearance;
import org.densepath.app.settings.Preferences;
import org.densepath.paint.TokenSpans;
import org.densepath.run.TraceRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// Texts that a sampler seldom makes are shown as well as they can be, and the page goes on working.
@ExtendWith(ApplicationExtension.class)
class StrangeTextTest {
    @TempDir
    Path home;

    private final TraceLoader loader = new TraceLoader(Runnable::run);
    private Preferences preferences;
    private TokensViewModel model;
    private Scene scene;

    @BeforeEach
    void open() {
        preferences = Preferences.open(home.resolve("preferences.json"));
        onWindow(() -> {
            Application.setUserAgentStylesheet(Appearance.LIGHT.stylesheet());
            model = new TokensViewModel(loader, preferences);
            scene = new Scene(
                    new TokensView(
                            model, new TokensMemory(model, preferences), new SimpleObjectProperty<>(Appearance.LIGHT)),
                    980,
                    700);
            return null;
        });
    }

    @AfterEach
    void close() {
        loader.close();
        preferences.close();
    }

    /// Shows a response with every grouping, walks through it, and returns the pointed token's sentence.
    private String show(String name, List<String> tokens, TraceRow.Ended ended) {
        return show(name, LongRun.row(1, 0, "What?", tokens, ended));
    }

    private String show(String name, TraceRow row) {
        return onWindow(() -> {
            model.show(new StepTrace(KeptSteps.NONE, 12, List.of(row), RunFacts.UNKNOWN));
            for (TokenSpans.Unit unit : TokenSpans.Unit.values()) {
                model.settings().unit().set(unit);
                scene.snapshot(null);
            }
            model.settings().unit().set(TokenSpans.Unit.TOKEN);
            scene.snapshot(null);
            for (KeyCode key : List.of(
                    KeyCode.DOWN,
                    KeyCode.RIGHT,
                    KeyCode.PAGE_DOWN,
                    KeyCode.UP,
                    KeyCode.END,
                    KeyCode.SPACE,
                    KeyCode.DOWN)) {
                Node heatmap = scene.lookup("#heatmap");
                Event.fireEvent(heatmap, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
            }
            File file =
                    Path.of("target", "pictures", "strange-" + name + ".png").toFile();
            file.getParentFile().mkdirs();
            ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png", file);
            return ((Label) scene.lookup("#inspector")).getText();
        });
    }

    @Test
    void anEmptyResponse() {
        assertTrue(show("empty", List.of(), TraceRow.Ended.LENGTH).startsWith("Point at a token"));
        assertEquals(0, model.shown().get().orElseThrow().spans().count());
    }

    @Test
    void aHundredThousandTokensInOneLine() {
        String last = show("one-line", Collections.nCopies(100_000, "ab"), TraceRow.Ended.EOS);
        assertTrue(last.startsWith("Token 100000 of 100000"), last);
    }

    @Test
    void aTokenOfTenThousandCharacters() {
        String last = show("huge", List.of(" short", "x".repeat(10_000), " end"), TraceRow.Ended.EOS);
        assertTrue(last.startsWith("Token 3 of 3  “ end”"), last);
    }

    @Test
    void rightToLeftAndOtherScripts() {
        String last = show(
                "scripts",
                List.of(
                        " say",
                        " שלום",
                        " עולם",
                        ",",
                        " مرحبا",
                        " 你好",
                        "，",
                        "世界",
                        " 👩‍👩‍👧",
                        "",
                        "",
                        "\u0000",
                        "\t",
                        "é"),
                TraceRow.Ended.EOS);
        assertTrue(last.startsWith("Token 14 of 14"), last);
    }

    @Test
    void creditThatIsNoNumber() {
        TraceRow row = LongRun.row(1, 0, "What?", List.of(" a", " b", " c", " d"), TraceRow.Ended.EOS);
        row.values().reward()[0] = Float.NaN;
        row.values().reward()[1] = Float.NEGATIVE_INFINITY;
        Arrays.fill(row.values().entropy(), Float.NaN);
        show("nan", row);
        assertTrue(onWindow(() -> ((Prose) scene.lookup("#audit-reason")).getText())
                .contains("r̂ of 2 of 4 tokens is not finite"));
        assertTrue(onWindow(() -> ((Label) scene.lookup("#range-statistics")).getText())
                .contains("1 not finite"));
        onWindow(() -> {
            model.layer().set(TokenLayer.ENTROPY);
            return scene.snapshot(null);
        });
        assertEquals("Whole response: none with credit", onWindow(() -> ((Label) scene.lookup("#range-statistics"))
                .getText()));
    }

    private static <T> T onWindow(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, work);
    }
}
