package org.densepath.app.shell;

import javafx.beans.property.ObjectProperty;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import org.densepath.app.live.CurvesView;
import org.densepath.app.live.NumbersView;
import org.densepath.app.live.RunView;
import org.densepath.app.live.RunViewModel;
import org.densepath.app.live.ScoresView;
import org.densepath.app.paint.Appearance;
import org.densepath.app.tokens.TokensView;
import org.densepath.app.tokens.TokensViewModel;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/// The page: what the product is, the run, its curves and numbers, the credit of tokens, the results.
public final class WorkbenchView extends BorderPane {
    private static final String WHAT = "See where credit goes in a language model. How much likelier fine-tuning"
            + " has made a token is its reward, and Dense-Path REINFORCE trains on that reward.";

    private final ObjectProperty<Appearance> appearance;

    public WorkbenchView(RunViewModel run, TokensViewModel tokens, ObjectProperty<Appearance> appearance) {
        this.appearance = appearance;
        getStyleClass().add("workbench");
        getStylesheets().add(WorkbenchView.class.getResource("workbench.css").toExternalForm());
        setTop(header());
        setCenter(page(run, tokens));
        setBottom(statusBar(run));
    }

    private HBox header() {
        FontIcon mark = new FontIcon(MaterialDesignC.CHART_TIMELINE_VARIANT);
        mark.getStyleClass().add("product-mark");
        Label product = new Label("DensePath Workbench", mark);
        product.getStyleClass().add("product");
        product.setMinWidth(Region.USE_PREF_SIZE);
        Label what = new Label(WHAT);
        what.setWrapText(true);
        what.setId("what");
        what.getStyleClass().add("muted");
        what.setMinWidth(0);
        HBox.setHgrow(what, Priority.ALWAYS);
        what.setMaxWidth(Double.MAX_VALUE);
        Button theme = new Button();
        theme.setId("appearance");
        theme.getStyleClass().addAll("button-icon", "flat");
        theme.setMinWidth(Region.USE_PREF_SIZE);
        theme.setOnAction(_ -> appearance.set(appearance.get().other()));
        appearance.subscribe(now -> {
            String other = now == Appearance.LIGHT ? "Dark colours" : "Light colours";
            theme.setGraphic(new FontIcon(
                    now == Appearance.LIGHT ? MaterialDesignW.WEATHER_NIGHT : MaterialDesignW.WHITE_BALANCE_SUNNY));
            theme.setTooltip(new Tooltip(other));
            theme.setAccessibleText(other);
        });
        HBox header = new HBox(28, product, what, theme);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("header");
        return header;
    }

    private GridPane page(RunViewModel run, TokensViewModel tokens) {
        GridPane page = new GridPane(14, 14);
        page.getStyleClass().add("page");
        page.getColumnConstraints().addAll(column(62), column(38));
        page.getRowConstraints().addAll(row(0), row(56), row(44));
        page.add(new RunView(run), 0, 0, 2, 1);
        page.add(new CurvesView(run, appearance), 0, 1);
        page.add(new NumbersView(run), 1, 1);
        page.add(new TokensView(tokens, appearance), 0, 2);
        page.add(new ScoresView(run), 1, 2);
        return page;
    }

    private HBox statusBar(RunViewModel run) {
        Label folder = new Label();
        folder.setMinWidth(0);
        folder.setId("folder");
        Label worker = new Label();
        worker.setMinWidth(Region.USE_PREF_SIZE);
        run.run().subscribe(now -> {
            folder.setText(now.folder().map(path -> "Run folder: " + path).orElse("No run folder yet"));
            worker.setText(now.phase().busy() ? "Worker at work" : "No worker");
        });
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(20, folder, gap, worker);
        bar.getStyleClass().add("status-bar");
        return bar;
    }

    private static ColumnConstraints column(double percent) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(percent);
        column.setHalignment(HPos.LEFT);
        return column;
    }

    /// A row that takes `share` of what is left; 0 for as high as its content.
    private static RowConstraints row(double share) {
        RowConstraints row = new RowConstraints();
        if (share == 0) {
            row.setMinHeight(Region.USE_PREF_SIZE);
        } else {
            row.setMinHeight(120);
            row.setPrefHeight(share * 6);
            row.setVgrow(Priority.ALWAYS);
        }
        return row;
    }
}
