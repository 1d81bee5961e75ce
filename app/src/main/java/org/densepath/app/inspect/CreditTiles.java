package org.densepath.app.inspect;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.densepath.paint.NumberText;
import org.densepath.run.TokenValues;

/// The token's numbers as the trace has them.
final class CreditTiles extends GridPane {
    private static final PseudoClass LONG = PseudoClass.getPseudoClass("long");

    private final Label reward = tile(0, 0, "reward", "Reward r̂", "log π_SFT − log π_ref of this token, in nats");
    private final Label returned = tile(1, 0, "return", "Return G", "The rewards from this token to the end");
    private final Label running = tile(2, 0, "running", "Σ r̂ so far", "The rewards up to this token, itself included");
    private final Label advantage =
            tile(0, 1, "advantage", "Advantage A", "The return less its baseline: what the update multiplies");
    private final Label kl = tile(1, 1, "kl", "KL to π_SFT", "How far the policy is from π_SFT here, in nats");
    private final Label entropy = tile(2, 1, "entropy", "Entropy", "How undecided the policy was here, in nats");

    CreditTiles() {
        setHgap(6);
        setVgap(6);
        for (int i = 0; i < 3; i++) {
            ColumnConstraints third = new ColumnConstraints();
            third.setPercentWidth(100.0 / 3);
            getColumnConstraints().add(third);
        }
    }

    private Label tile(int column, int row, String id, String name, String meaning) {
        Label title = new Label(name);
        title.getStyleClass().add("inspector-tile-name");
        Label value = new Label();
        value.setId("inspector-" + id);
        value.getStyleClass().add("inspector-tile-value");
        VBox tile = new VBox(title, value);
        tile.getStyleClass().add("inspector-tile");
        Tooltip.install(tile, new Tooltip(meaning));
        add(tile, column, row);
        return value;
    }

    void show(TokenPlace place) {
        TokenValues values = place.row().values();
        set(reward, signed(place.of(values.reward())));
        set(returned, signed(place.of(values.returnToGo())));
        set(running, signed(runningSum(place)));
        set(advantage, signed(place.of(values.advantage())));
        set(kl, plain(place.of(values.kl())));
        set(entropy, plain(place.of(values.entropy())));
    }

    /// Powers of ten are long: they are set smaller, so that they are not cut off.
    private static void set(Label value, String text) {
        value.setText(text);
        value.pseudoClassStateChanged(LONG, text.length() > 7);
    }

    String sentence() {
        return "Reward " + reward.getText() + ", return " + returned.getText() + ".";
    }

    static double runningSum(TokenPlace place) {
        float[] rewards = place.row().values().reward();
        double sum = rewards.length == 0 ? Double.NaN : 0;
        for (int t = 0; t <= place.token() && t < rewards.length; t++) {
            sum += rewards[t];
        }
        return sum;
    }

    static String signed(double value) {
        return Double.isNaN(value) ? "—" : NumberText.signed(value);
    }

    static String plain(double value) {
        return Double.isNaN(value) ? "—" : NumberText.plain(value);
    }
}
