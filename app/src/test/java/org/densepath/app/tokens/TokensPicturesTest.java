package org.densepath.app.tokens;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javax.imageio.ImageIO;
import org.densepath.app.paint.Appearance;
import org.densepath.app.settings.AppearanceChoice;
import org.densepath.app.shell.Workbench;
import org.densepath.app.task.FakeWorker;
import org.densepath.paint.ColourMap;
import org.densepath.paint.TokenSpans;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// Pictures of the tokens' page for a person to look at, in `target/pictures`: the finished sample run, and long
/// texts.
@ExtendWith(ApplicationExtension.class)
class TokensPicturesTest {
    @TempDir
    Path home;

    @BeforeEach
    void giveTheSampleRun() throws Exception {
        Path sample = Path.of(System.getProperty("densepath.root", ".."), "sample-data");
        Files.createSymbolicLink(home.resolve("sample-data"), sample.toAbsolutePath());
    }

    @ParameterizedTest
    @EnumSource(Appearance.class)
    void theSampleRun(Appearance appearance) throws Exception {
        picture("tokens-sample", appearance, 1280, 800, model -> {
            model.responses().order().set(ResponseOrder.LONGEST);
            model.choose(0);
        });
    }

    @ParameterizedTest
    @EnumSource(Appearance.class)
    void aLongResponseDenselySet(Appearance appearance) throws Exception {
        LongRun.create(home.resolve("runs"));
        picture("tokens-long", appearance, 1280, 800, model -> {
            model.settings().density().set(HeatmapSettings.Density.DENSE);
            model.selection().select(new TokenSelection.Range(40, 90));
            model.selection().pin(12);
            model.selection().pin(110);
            model.selection().pin(45);
        });
    }

    @Test
    void sentencesInGrey() throws Exception {
        LongRun.create(home.resolve("runs"));
        picture("tokens-sentences", Appearance.LIGHT, 1280, 800, model -> {
            model.settings().density().set(HeatmapSettings.Density.DENSE);
            model.settings().unit().set(TokenSpans.Unit.SENTENCE);
            model.settings().signedColours().set(ColourMap.SIGNED_GREY);
        });
    }

    @Test
    void logProbabilitiesOfALargeWindow() throws Exception {
        picture("tokens-logp", Appearance.LIGHT, 1920, 1200, model -> {
            model.layer().set(TokenLayer.LOGP_SFT);
            model.settings().blanks().set(true);
            model.selection().go(2);
        });
    }

    private void picture(String name, Appearance appearance, int width, int height, Consumer<TokensViewModel> choices)
            throws Exception {
        Workbench workbench = onWindow(() -> {
            Workbench made = new Workbench(home, FakeWorker.class.getName(), List.of(), Platform::runLater);
            made.appearance().wish().set(AppearanceChoice.Wish.valueOf(appearance.name()));
            Application.setUserAgentStylesheet(appearance.stylesheet());
            made.navigator().show("tokens");
            made.start();
            return made;
        });
        try (workbench) {
            WaitForAsyncUtils.waitFor(
                    20, TimeUnit.SECONDS, () -> workbench.tokens().response().isPresent());
            File file = Path.of(
                            "target", "pictures", name + "-" + appearance.name().toLowerCase(Locale.ROOT) + ".png")
                    .toFile();
            file.getParentFile().mkdirs();
            onWindow(() -> {
                choices.accept(workbench.tokens());
                Scene scene = new Scene(workbench.view(), width, height);
                scene.snapshot(null);
                return ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png", file);
            });
            assertTrue(file.length() > 20_000, "a picture of the page");
        }
    }

    private static <T> T onWindow(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(30_000, work);
    }
}
