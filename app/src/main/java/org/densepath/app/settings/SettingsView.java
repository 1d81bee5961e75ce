package org.densepath.app.settings;

import java.nio.file.Path;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.densepath.app.control.Named;
import org.densepath.experiment.Version;

/// The page of preferences: how the window looks, and where things are.
public final class SettingsView extends VBox {
    public SettingsView(AppearanceChoice appearance, TorchChoice torch, Path home, Path preferences) {
        super(14);
        setPadding(new Insets(14, 18, 14, 18));
        getChildren().addAll(looks(appearance), computing(torch), places(home, preferences), about());
    }

    private static VBox looks(AppearanceChoice appearance) {
        ChoiceBox<AppearanceChoice.Wish> wish = new ChoiceBox<>();
        wish.setId("appearance-wish");
        wish.getItems().setAll(AppearanceChoice.Wish.values());
        wish.setConverter(new Named<>(AppearanceChoice.Wish::label));
        wish.valueProperty().bindBidirectional(appearance.wish());
        GridPane grid = grid();
        grid.addRow(0, new Label("Colours"), wish);
        return card("Appearance", grid);
    }

    private static VBox computing(TorchChoice torch) {
        TextField path = new TextField();
        path.setId("torch-path");
        path.setPrefColumnCount(40);
        path.setPromptText("A Python environment with torch, or a folder torch/lib");
        path.textProperty().bindBidirectional(torch.path());
        Label found = new Label();
        found.setId("torch-found");
        found.setWrapText(true);
        found.textProperty().bind(torch.found());
        GridPane grid = grid();
        grid.addRow(0, new Label("Your PyTorch"), path);
        return card("Computing", new VBox(6, grid, found));
    }

    private static VBox places(Path home, Path preferences) {
        GridPane grid = grid();
        grid.addRow(0, new Label("Runs"), path(home.resolve("runs")));
        grid.addRow(1, new Label("Sample model, tasks and run"), path(home.resolve("sample-data")));
        grid.addRow(2, new Label("These preferences"), path(preferences));
        return card("Folders", grid);
    }

    private static VBox about() {
        Label text = new Label("DensePath Workbench " + Version.TEXT
                + ". Runs on this machine only: nothing is fetched, nothing is sent.\nMethod: Li, Vu, Abbasnejad,"
                + " Haffari, “Beyond Imitation: Recovering Dense Rewards from Demonstrations”, arXiv 2510.02493.");
        text.setWrapText(true);
        return card("About", text);
    }

    private static TextField path(Path path) {
        TextField field = new TextField(path.toString());
        field.setEditable(false);
        field.setPrefColumnCount(40);
        return field;
    }

    private static GridPane grid() {
        return new GridPane(14, 8);
    }

    private static VBox card(String title, Node content) {
        Label heading = new Label(title);
        heading.getStyleClass().add("card-title");
        VBox card = new VBox(10, heading, content);
        card.getStyleClass().add("card");
        return card;
    }
}
