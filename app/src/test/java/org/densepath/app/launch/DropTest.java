package org.densepath.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.densepath.experiment.SettingSection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Files are dragged from a folder to the fields that they fit. The Headless platform drags nothing, so this
/// needs a display.
@ExtendWith(ApplicationExtension.class)
class DropTest {
    private final Field model = field("model.path");
    private final Field data = field("data.demonstrations");
    private List<File> dragged = List.of();

    private static Field field(String key) {
        return new Field(SettingSection.settingsOfAll().stream()
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .orElseThrow());
    }

    @Start
    void open(Stage stage) {
        Label folder = new Label("A folder with files");
        folder.setId("folder");
        folder.setOnDragDetected(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putFiles(dragged);
            folder.startDragAndDrop(TransferMode.COPY).setContent(content);
            event.consume();
        });
        stage.setScene(new Scene(new VBox(40, folder, new PathField(model), new PathField(data)), 600, 300));
        stage.show();
    }

    @Test
    void filesGoWhereTheyFit(FxRobot robot) throws Exception {
        assumeFalse("Headless".equals(System.getProperty("glass.platform")), "skipped: Headless drags nothing");
        Path gguf = Files.createTempFile("model", ".gguf");
        dragged = List.of(gguf.toFile());

        robot.drag("#folder").dropTo("#set-data-demonstrations");
        robot.drag("#folder").dropTo("#set-model-path");

        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> model.text().get().equals(gguf.toString()));
        assertEquals("", data.text().get());
    }
}
