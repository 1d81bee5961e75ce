package org.densepath.app.inspect;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.densepath.app.figures.FigureOffer;
import org.densepath.app.paint.Appearance;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// All about the token that is pointed at: what it earned, what each model said of it, what other words would
/// have earned, and the equations behind it. 300 to 360 wide.
public final class InspectorView extends StackPane {
    private static final String EMPTY = """
        Point at a token, or walk over the text with the arrow keys. Here stand then:

        •  what it earned, and its return and advantage
        •  its log-probability and rank under π_ref, π_SFT and π_θ
        •  what other words would have earned in its place; choose one to score the rest again
        •  the step's equations with its numbers in them

        A click or Space pins it, Shift marks a range, a digit chooses the layer.\
        """;

    private final InspectorViewModel model;
    private final TokenHeader header = new TokenHeader();
    private final CreditTiles credit = new CreditTiles();
    private final ModelGrid models;
    private final WordBars words;
    private final LikeliestColumns likeliest = new LikeliestColumns();
    private final ExplainPane explain;
    private final VBox sections = new VBox();
    private final Label empty = new Label(EMPTY);

    public InspectorView(InspectorViewModel model, ObservableValue<Appearance> appearance) {
        this.model = model;
        models = new ModelGrid(appearance);
        words = new WordBars(appearance, model::replace);
        explain = new ExplainPane(model.explaining());
        setId("token-inspector");
        getStyleClass().addAll("card", "inspector");
        getStylesheets().add(InspectorView.class.getResource("inspect.css").toExternalForm());
        setMinWidth(300);
        setPrefWidth(340);
        setMaxWidth(360);
        sections.getStyleClass().add("inspector-sections");
        sections.getChildren().addAll(header, credit, models, explain, status(), words, likeliest);
        ScrollPane scroll = new ScrollPane(sections);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        empty.setWrapText(true);
        empty.setId("inspector-empty");
        empty.setPadding(new Insets(16));
        setAlignment(empty, Pos.TOP_LEFT);
        empty.getStyleClass().add("muted");
        getChildren().addAll(scroll, empty);
        scroll.visibleProperty().bind(empty.visibleProperty().not());
        model.place().subscribe(_ -> update());
        model.answer().subscribe(_ -> update());
        model.replacement()
                .subscribe(now -> words.replaced(now, model.replacing().get()));
        model.replacing().subscribe(now -> words.replaced(model.replacement().get(), now));
        model.explaining().subscribe(_ -> updateExplanation());
    }

    /// What is going on with the models, or why they cannot be asked. Where the bars of other words are handed
    /// out to.
    public void exportsBy(Consumer<FigureOffer> exports) {
        words.exportsBy(() -> model.place()
                .get()
                .filter(_ -> !model.words().isEmpty())
                .ifPresent(place -> exports.accept(WordFigure.of(place, model.words(), model.speaker()))));
    }

    private VBox status() {
        ProgressIndicator spinner = new ProgressIndicator();
        spinner.setPrefSize(14, 14);
        spinner.setMinSize(14, 14);
        Label asking = new Label("Asking the models about this response…");
        asking.getStyleClass().add("muted");
        HBox hint = new HBox(8, spinner, asking);
        hint.setId("inspector-asking");
        hint.setAlignment(Pos.CENTER_LEFT);
        show(hint, model.asking().get());
        model.asking().subscribe(now -> show(hint, now));
        Label why = new Label();
        why.setGraphic(new FontIcon(MaterialDesignA.ALERT_OUTLINE));
        why.setWrapText(true);
        why.setId("inspector-problem");
        why.getStyleClass().add("warning");
        Hyperlink again = new Hyperlink("Ask again");
        again.setId("inspector-ask-again");
        again.setOnAction(_ -> model.askAgain());
        VBox problem = new VBox(2, why, again);
        model.problem().subscribe(sentence -> {
            why.setText(sentence);
            show(problem, !sentence.isEmpty());
        });
        VBox status = new VBox(6, hint, problem);
        // without a place of its own it would lie over its neighbours and take their clicks
        status.visibleProperty().bind(model.asking().or(model.problem().isNotEmpty()));
        status.managedProperty().bind(status.visibleProperty());
        return status;
    }

    private void update() {
        boolean any = model.place().get().isPresent();
        empty.setVisible(!any);
        if (!any) {
            return;
        }
        TokenPlace place = model.place().get().get();
        header.show(place);
        credit.show(place);
        models.show(model.lines(), model.answer().get());
        words.show(model.words(), model.speaker());
        likeliest.show(place, model.answer().get());
        setAccessibleText(header.sentence() + " " + credit.sentence());
        updateExplanation();
    }

    private void updateExplanation() {
        if (model.explaining().get()) {
            explain.show(model.explanation());
        }
    }

    /// Copies the equations of the shown token.
    void copyLatex() {
        model.explanation().ifPresent(ExplainPane::copyLatex);
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
