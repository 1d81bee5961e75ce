package org.densepath.app.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.densepath.app.paint.Appearance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// Text with combining marks stays within its lines.
@ExtendWith(ApplicationExtension.class)
class ProseTest {
    private static final String TEXT =
            "How much likelier is each token's reward r\u0302, and the method trains on it, at every place.";

    @Test
    void aWordThatMustBeShapedStandsAlone() {
        assertEquals(List.of("reward ", "r\u0302, ", "and ", "e\u0301"), Prose.pieces("reward r\u0302, and e\u0301"));

        assertEquals(List.of("plain words only"), Prose.pieces("plain words only"));
        assertEquals("ab r\u0302 c", String.join("", Prose.pieces("ab r\u0302 c")));
        assertEquals(List.of(), Prose.pieces(""));
    }

    @Test
    void noLineIsDrawnBeyondTheWidth() {
        staysWithin(() -> new Prose(TEXT));
    }

    @Test
    void norWhereItIsEdited() {
        staysWithin(() -> {
            ProseArea area = new ProseArea(new SimpleStringProperty(TEXT), "Text");
            area.setPrefHeight(190);
            return area;
        });
    }

    @Test
    void whatIsEditedAndWhatIsBehindItAreEqual() {
        Property<String> behind = new SimpleStringProperty("r\u0302 first");
        String[] seen = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            ProseArea area = new ProseArea(behind, "Text");
            String begun = area.text().getText();
            area.text().appendText(", then r\u0302");
            String typed = behind.getValue();
            behind.setValue("");
            return new String[] {begun, typed, area.text().getText()};
        });
        assertArrayEquals(new String[] {"r\u0302 first", "r\u0302 first, then r\u0302", ""}, seen);
    }

    private static void staysWithin(Supplier<Region> made) {
        WritableImage image = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Application.setUserAgentStylesheet(Appearance.LIGHT.stylesheet());
            Region prose = made.get();
            prose.setPrefWidth(160);
            prose.setMaxWidth(160);
            Scene scene = new Scene(new Group(prose), 700, 200, Color.WHITE);
            return scene.snapshot(null);
        });
        boolean inked = false;
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 700; x++) {
                boolean dark = image.getPixelReader().getColor(x, y).getBrightness() < 0.5;
                inked |= dark;
                assertTrue(!dark || x <= 162, "ink at " + x + ", " + y);
            }
        }
        assertTrue(inked, "something was drawn");
    }

    @Test
    void aTooltipIsNoLargerThanItsLines() {
        double[] size = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Application.setUserAgentStylesheet(Appearance.LIGHT.stylesheet());
            Stage stage = new Stage();
            stage.setScene(new Scene(new Group(), 300, 200));
            stage.show();
            ProseTooltip tooltip = new ProseTooltip(TEXT + " " + TEXT);
            tooltip.show(stage, 10, 10);
            double[] shown = {tooltip.getWidth(), tooltip.getHeight()};
            tooltip.hide();
            stage.close();
            return shown;
        });
        assertTrue(size[0] > 400 && size[0] < 520, size[0] + " wide");
        assertTrue(size[1] > 40 && size[1] < 140, size[1] + " high");
    }
}
