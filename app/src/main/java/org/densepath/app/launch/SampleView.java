package org.densepath.app.launch;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.densepath.experiment.ExperimentPreview;
import org.densepath.experiment.FirstSample;
import org.densepath.experiment.FirstSample.Piece;
import org.densepath.experiment.FirstSample.Role;

/// The first demonstration as the model learns from it: the prompt grey, the response coloured, the end token
/// shown.
final class SampleView extends VBox {
    private static final int MOST = 320;

    private final Label counts = new Label();
    private final VBox text = new VBox();
    private final Label warning = new Label();

    SampleView(LaunchViewModel model) {
        super(8);
        setId("first-sample");
        getStyleClass().add("card");
        Label title = new Label("First sample");
        title.getStyleClass().add("card-title");
        counts.getStyleClass().add("muted");
        counts.setWrapText(true);
        counts.managedProperty().bind(counts.textProperty().isNotEmpty());
        text.getStyleClass().add("launch-sample");
        warning.getStyleClass().add("warning");
        warning.setWrapText(true);
        warning.managedProperty().bind(warning.textProperty().isNotEmpty());
        warning.visibleProperty().bind(warning.textProperty().isNotEmpty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, title, gap, legend());
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, text, counts, warning);
        model.preview().subscribe(now -> show(now.flatMap(ExperimentPreview::sample)));
    }

    private void show(Optional<FirstSample> sample) {
        counts.setText(sample.map(SampleView::counted).orElse(""));
        warning.setText(sample.map(s -> String.join(" ", s.warnings())).orElse(""));
        if (sample.isEmpty()) {
            Label nothing = new Label("Appears when the model and the demonstrations can be read.");
            nothing.getStyleClass().add("muted");
            nothing.setWrapText(true);
            text.getChildren().setAll(nothing);
            return;
        }
        text.getChildren().clear();
        FlowPane line = line();
        List<Piece> pieces = sample.get().pieces();
        for (Piece piece : pieces.subList(0, Math.min(MOST, pieces.size()))) {
            line.getChildren().add(token(piece));
            if (piece.text().endsWith("\n")) {
                text.getChildren().add(line);
                line = line();
            }
        }
        if (pieces.size() > MOST) {
            Label more = new Label("… and " + (pieces.size() - MOST) + " more");
            more.getStyleClass().add("muted");
            line.getChildren().add(more);
        }
        text.getChildren().add(line);
    }

    private static FlowPane line() {
        FlowPane line = new FlowPane(1, 2);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Label token(Piece piece) {
        Label token = new Label(visible(piece.text()));
        token.getStyleClass()
                .addAll("launch-token", "launch-token-" + piece.role().name().toLowerCase());
        token.setMinWidth(Region.USE_PREF_SIZE);
        token.setMaxWidth(400);
        String learned = piece.role() == Role.PROMPT ? "no loss, no reward" : "learned";
        token.setTooltip(new Tooltip("id " + piece.id() + (piece.special() ? ", special token" : "") + ", " + learned));
        return token;
    }

    private static String visible(String text) {
        return text.replace("\n", "↵").replace("\t", "⇥").replace("\r", "␍");
    }

    private static String counted(FirstSample sample) {
        return "Line " + sample.line() + ": " + sample.count(Role.PROMPT) + " prompt tokens masked, "
                + (sample.count(Role.RESPONSE) + sample.count(Role.END)) + " learned"
                + (sample.count(Role.END) == 1 ? " with the end token." : ", and no end token.");
    }

    private static Node legend() {
        HBox legend = new HBox(
                5,
                key("prompt", "launch-token-prompt"),
                key("response", "launch-token-response"),
                key("end", "launch-token-end"));
        legend.setAlignment(Pos.CENTER_LEFT);
        return legend;
    }

    private static Label key(String text, String style) {
        Label key = new Label(text);
        key.getStyleClass().addAll("launch-token", "launch-key", style);
        return key;
    }
}
