package org.densepath.app.figures;

import java.util.EnumSet;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.densepath.paint.file.FigureFormat;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// The ways out: a file of each format, the clipboard, all figures at once.
final class ExportPane extends VBox {
    private static final int COLUMNS = 3;

    ExportPane(FiguresViewModel model, FigureExport export) {
        super(8);
        Label heading = new Label("Export");
        heading.getStyleClass().add("figure-heading");
        GridPane formats = new GridPane(6, 6);
        for (FigureFormat format : FigureFormat.values()) {
            Button button = new Button(format == FigureFormat.TEX ? "LaTeX…" : format.name() + "…");
            button.setId("export-" + format.extension());
            button.setTooltip(new Tooltip(format.label() + ": " + format.purpose()));
            button.setMaxWidth(Double.MAX_VALUE);
            button.setOnAction(_ -> export.save(format));
            button.disableProperty().bind(model.result().isNull());
            if (format == FigureFormat.PDF) {
                button.getStyleClass().add("accent");
            }
            GridPane.setHgrow(button, Priority.ALWAYS);
            formats.add(button, format.ordinal() % COLUMNS, format.ordinal() / COLUMNS);
        }
        Button picture = copy("copy-picture", "Copy as picture", MaterialDesignC.CONTENT_COPY);
        picture.setOnAction(_ -> export.copyPicture());
        picture.disableProperty().bind(model.result().isNull());
        Button latex = copy("copy-latex", "Copy LaTeX", MaterialDesignC.CODE_BRACES);
        latex.setOnAction(_ -> export.copyLatex());
        latex.disableProperty().bind(model.result().isNull());
        HBox copies = new HBox(6, picture, latex);
        getChildren().addAll(heading, formats, copies, all(model, export));
    }

    private static Button copy(String id, String text, Ikon icon) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        return button;
    }

    private static Region all(FiguresViewModel model, FigureExport export) {
        MenuButton all =
                new MenuButton("Export all to the run's figures", new FontIcon(MaterialDesignF.FOLDER_OUTLINE));
        all.setId("export-all");
        all.setMaxWidth(Double.MAX_VALUE);
        all.getItems()
                .addAll(
                        item("PDF and LaTeX, for a paper", EnumSet.of(FigureFormat.PDF, FigureFormat.TEX), export),
                        item(
                                "PNG and SVG, for slides and pages",
                                EnumSet.of(FigureFormat.PNG, FigureFormat.SVG),
                                export),
                        item("All six formats", EnumSet.allOf(FigureFormat.class), export));
        BooleanBinding none = Bindings.createBooleanBinding(
                () -> model.run().get() == null
                        || model.figures().stream().noneMatch(f -> f.origin() == ListedFigure.Origin.RUN),
                model.run(),
                model.figures());
        all.disableProperty().bind(none);
        StackPane reachable = new StackPane(all);
        Tooltip why = new Tooltip();
        why.textProperty()
                .bind(Bindings.when(none)
                        .then("No run with figures is open.")
                        .otherwise("Every figure of this run, in the look chosen here, over older files"));
        Tooltip.install(reachable, why);
        return reachable;
    }

    private static MenuItem item(String text, Set<FigureFormat> formats, FigureExport export) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(_ -> export.saveAll(formats));
        return item;
    }
}
