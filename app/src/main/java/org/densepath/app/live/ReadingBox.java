package org.densepath.app.live;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import org.densepath.paint.Ink;
import org.densepath.paint.Theme;

/// The values that stand under the crosshair of one chart.
final class ReadingBox extends VBox {
    private static final int ROWS = 8;
    private static final double SENTENCE_WIDTH = 250;

    private final Label where = new Label();
    private final GridPane rows = new GridPane(6, 0);
    private final Label sentence = new Label();

    ReadingBox() {
        super(1);
        getStyleClass().add("reading");
        setMouseTransparent(true);
        where.getStyleClass().add("reading-where");
        sentence.getStyleClass().add("reading-sentence");
        sentence.setWrapText(true);
        sentence.setMaxWidth(SENTENCE_WIDTH);
        getChildren().addAll(where, rows, sentence);
        List.of(where, sentence).forEach(label -> {
            label.managedProperty().bind(label.visibleProperty());
            label.visibleProperty().bind(label.textProperty().isNotEmpty());
        });
    }

    /// @param place the step and where it stands; empty to leave it out @param said a warning's sentence; may be empty
    void show(String place, List<Trace.Reading> readings, String said, Theme theme) {
        where.setText(place);
        sentence.setText(said);
        rows.getChildren().clear();
        boolean named = readings.size() > 1;
        for (int i = 0; i < Math.min(ROWS, readings.size()); i++) {
            Trace.Reading reading = readings.get(i);
            Label value = label(reading.value(), "reading-value");
            rows.add(new Circle(3.5, colour(theme.series(reading.colour()))), 0, i);
            rows.add(value, 1, i);
            rows.add(label(reading.beside().isEmpty() ? "" : beside(reading), "reading-muted"), 2, i);
            if (named) {
                rows.add(label(reading.name(), "reading-muted"), 3, i);
            }
            GridPane.setHalignment(value, javafx.geometry.HPos.RIGHT);
        }
        if (readings.size() > ROWS) {
            rows.add(label("and " + (readings.size() - ROWS) + " more", "reading-muted"), 1, ROWS, 3, 1);
        }
        setAlignment(Pos.TOP_LEFT);
    }

    /// The values alone, in one line.
    static String brief(List<Trace.Reading> readings) {
        boolean named = readings.size() > 1;
        return String.join(
                "   ",
                readings.stream()
                        .map(reading -> named
                                ? reading.name() + " " + reading.value()
                                : reading.value() + (reading.beside().isEmpty() ? "" : "   " + beside(reading)))
                        .toList());
    }

    /// All of it as a line of text, for those who hear it.
    static String spoken(String title, String place, List<Trace.Reading> readings) {
        StringBuilder text = new StringBuilder(title).append(", ").append(place).append(": ");
        for (Trace.Reading reading : readings) {
            text.append(reading.name())
                    .append(' ')
                    .append(reading.value())
                    .append(reading.beside().isEmpty() ? "" : " " + beside(reading))
                    .append("; ");
        }
        return text.toString();
    }

    private static String beside(Trace.Reading reading) {
        boolean spread = reading.beside().startsWith("±") || reading.beside().startsWith("[");
        return spread ? reading.beside() : "smoothed " + reading.beside();
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    static Color colour(Ink ink) {
        return Color.rgb(ink.red(), ink.green(), ink.blue(), ink.alpha() / 255.0);
    }
}
