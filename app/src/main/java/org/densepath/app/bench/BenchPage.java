package org.densepath.app.bench;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.densepath.app.figures.FigureOffer;
import org.densepath.app.paint.Appearance;

/// The page of what was answered: answers side by side, where credit finds errors, and how judges judge.
public final class BenchPage extends VBox {
    private final TabPane tabs;
    private final Tab localiseTab;

    /// @param exports takes the drawings that a person wants as files
    public BenchPage(
            AnswersViewModel answers,
            CreditViewModel credit,
            LocaliseViewModel localise,
            AuditViewModel audit,
            ObservableValue<Appearance> appearance,
            Tries tries,
            Consumer<FigureOffer> exports) {
        getStyleClass().addAll("card", "bench-page");
        getStylesheets().add(BenchPage.class.getResource("bench.css").toExternalForm());
        Tab answersTab = tab(
                "answers",
                "Answers",
                "What every method answered to the same prompts",
                new AnswersView(answers, credit, appearance, tries, exports));
        localiseTab = tab(
                "localise",
                "Localisation",
                "How well low reward points at a wrong span",
                new LocaliseView(localise, appearance, exports));
        localiseTab.selectedProperty().subscribe(localise::opened);
        Tab auditTab = tab(
                "judges",
                "Judges",
                "How the judges judge, and whether they agree",
                new AuditView(audit, appearance, exports));
        auditTab.selectedProperty().subscribe(audit::opened);
        tabs = new TabPane(answersTab, localiseTab, auditTab);
        tabs.setId("bench-tabs");
        tabs.getStyleClass().add("dense");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        VBox.setVgrow(tabs, Priority.ALWAYS);
        getChildren().add(tabs);
    }

    /// Brings the page of localisation to the front.
    public void showLocalisation() {
        tabs.getSelectionModel().select(localiseTab);
    }

    private static Tab tab(String id, String title, String hint, Region content) {
        content.getStyleClass().add("bench-tab");
        Tab tab = new Tab(title, content);
        tab.setId("bench-tab-" + id);
        tab.setTooltip(new Tooltip(hint));
        return tab;
    }
}
