package org.densepath.app.welcome;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.densepath.app.control.Prose;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// What a newcomer is told: what the product is, what is on the screen, what to do next.
public final class WelcomeCard extends HBox {
    private static final String WHAT = "See where credit goes in a language model. Fine-tuning makes some tokens"
            + " likelier than others; how much likelier is each token's reward r̂, and Dense-Path REINFORCE trains on"
            + " it. The run that is open came with the product: look at its curves here, and at every token's credit"
            + " under Tokens.";

    /// @param minutes how long the demo takes on a machine like the one it was measured on
    public WelcomeCard(int minutes, Runnable demo, Runnable newRun, Runnable tokens, Runnable close) {
        super(16);
        setId("welcome");
        getStyleClass().addAll("card", "welcome");
        setAlignment(Pos.CENTER_LEFT);
        Label title = new Label("Welcome to DensePath Workbench");
        title.getStyleClass().add("card-title");
        Prose what = new Prose(WHAT);
        what.setMinHeight(Region.USE_PREF_SIZE);
        VBox text = new VBox(4, title, what);
        text.setMinWidth(0);
        // a line's length that reads well; without it the card asks for the whole sentence on one line
        what.setPrefWidth(560);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button look = new Button("Look at tokens");
        look.setId("welcome-tokens");
        look.getStyleClass().add("accent");
        look.setOnAction(_ -> tokens.run());
        Button run =
                new Button("Run the demo yourself (about " + minutes + " min)", new FontIcon(MaterialDesignP.PLAY));
        run.setId("welcome-demo");
        run.setOnAction(_ -> demo.run());
        Button own = new Button("New run", new FontIcon(MaterialDesignP.PLUS_CIRCLE_OUTLINE));
        own.setId("welcome-new-run");
        own.setOnAction(_ -> newRun.run());
        own.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(own, Priority.ALWAYS);
        own.setMaxWidth(Double.MAX_VALUE);
        VBox buttons = new VBox(8, look, new HBox(8, run, own));
        buttons.setAlignment(Pos.CENTER);
        look.setMaxWidth(Double.MAX_VALUE);
        run.setMinWidth(Region.USE_PREF_SIZE);
        Button away = new Button("", new FontIcon(MaterialDesignC.CLOSE));
        away.setId("welcome-close");
        away.getStyleClass().addAll("button-icon", "flat");
        away.setAccessibleText("Close the welcome");
        away.setOnAction(_ -> close.run());
        getChildren().addAll(text, buttons, away);
        setMinHeight(Region.USE_PREF_SIZE);
    }
}
