package org.densepath.app.pair;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.densepath.app.figures.FigureOffer;
import org.densepath.app.paint.Appearance;
import org.densepath.app.scoring.Role;

/// Any prompt and answer under any models: written, generated or sampled, edited and scored again, two of them
/// aligned by token, under every kept policy and every reference.
public final class PairPage extends VBox {
    private final QuestionPane question;
    private final CreditPane credit;

    /// @param export takes the drawings that a person wants as files
    public PairPage(
            PairViewModel model,
            SweepViewModel steps,
            SweepViewModel references,
            ObservableValue<Appearance> appearance,
            Consumer<FigureOffer> export) {
        super(12);
        getStyleClass().addAll("page", "pair-page");
        getStylesheets().add(PairPage.class.getResource("pair.css").toExternalForm());
        question = new QuestionPane(model, appearance);
        HBox.setHgrow(question, Priority.ALWAYS);
        HistoryPane history = new HistoryPane(model);
        history.setPrefWidth(300);
        history.setMinWidth(220);
        VBox asked = new VBox(8, models(model.models()), new HBox(16, question, history));
        asked.getStyleClass().add("card");
        asked.setMinHeight(Region.USE_PREF_SIZE);

        credit = new CreditPane(model, appearance, export);
        StepsPane stepsPane = new StepsPane(model, steps, appearance, export);
        ReferencesPane referencesPane = new ReferencesPane(model, references, appearance, export);
        Tab creditTab = tab("credit", "Credit", "Each token's reward, alone or beside another version", credit);
        Tab stepsTab = tab("steps", "Steps", "The same answer said by the policy of every kept step", stepsPane);
        Tab referencesTab = tab(
                "references", "References", "The same answer's reward under every snapshot as π_ref", referencesPane);
        stepsTab.selectedProperty().subscribe(stepsPane::open);
        referencesTab.selectedProperty().subscribe(referencesPane::open);
        TabPane tabs = new TabPane(creditTab, stepsTab, referencesTab);
        tabs.setId("pair-tabs");
        tabs.getStyleClass().add("dense");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        VBox result = new VBox(tabs);
        result.getStyleClass().addAll("card", "pair-result");
        VBox.setVgrow(tabs, Priority.ALWAYS);
        VBox.setVgrow(result, Priority.ALWAYS);
        getChildren().addAll(asked, result);
    }

    private static HBox models(ModelsViewModel models) {
        ModelBox sft = new ModelBox(models, Role.SFT, "a model", "The fine-tuned model; the reward is for its words");
        ModelBox reference = new ModelBox(
                models, Role.REFERENCE, "a model", "The reference, usually a snapshot from half-way through SFT");
        ModelBox policy = new ModelBox(models, Role.POLICY, "none", "A third model that is only read, or generates");
        HBox row = new HBox(16, sft, reference, policy);
        for (ModelBox box : new ModelBox[] {sft, reference, policy}) {
            HBox.setHgrow(box, Priority.ALWAYS);
        }
        return row;
    }

    private static Tab tab(String id, String title, String hint, Region content) {
        content.getStyleClass().add("pair-tab");
        Tab tab = new Tab(title, content);
        tab.setId("pair-tab-" + id);
        tab.setTooltip(new Tooltip(hint));
        return tab;
    }

    /// Puts the cursor into the answer.
    public void edit() {
        question.focusAnswer();
    }

    /// Hands out the drawing of the credit.
    public void export() {
        credit.export();
    }
}
