package org.densepath.app.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.densepath.app.control.ProblemLine;
import org.densepath.app.figures.FigureOffer;
import org.densepath.app.paint.Appearance;
import org.densepath.app.pair.FigureView;
import org.densepath.bench.judge.audit.AuditRow;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;

/// How the judges judge: a table of every judge's numbers, their shares as bars, and how far judges agree.
final class AuditView extends VBox {
    private static final double HEADER = 40;
    private static final double ROW = 38;

    private final AuditViewModel model;
    private final TableView<JudgeAudits.Line> table = new TableView<>();
    private final FigureView bars;
    private final AgreementView agreement = new AgreementView();
    private final CommandHint hint = new CommandHint("audit-empty");
    private final VBox body;

    AuditView(AuditViewModel model, ObservableValue<Appearance> appearance, Consumer<FigureOffer> exports) {
        super(8);
        this.model = model;
        table.setId("audit");
        table.setAccessibleText("Judges and how they judge");
        table.getStyleClass().addAll("plain-table", "dense", "interval-table");
        table.setFixedCellSize(ROW);
        bars = new FigureView(appearance);
        bars.setId("audit-bars");
        VBox.setVgrow(bars, Priority.ALWAYS);
        VBox chart = new VBox(4, chartHead(exports), bars);
        HBox.setHgrow(chart, Priority.ALWAYS);
        HBox below = new HBox(20, chart, agreement);
        VBox.setVgrow(below, Priority.ALWAYS);
        body = new VBox(10, table, below);
        StackPane centre = new StackPane(body, hint);
        VBox.setVgrow(centre, Priority.ALWAYS);
        getChildren().addAll(problem(), centre);
        model.audits().subscribe(this::show);
        model.busy().subscribe(_ -> say());
    }

    private HBox chartHead(Consumer<FigureOffer> exports) {
        Label title = new Label("Shares, with 95 % intervals");
        title.getStyleClass().add("bench-heading");
        Button export = new Button("Export", new FontIcon(MaterialDesignE.EXPORT_VARIANT));
        export.setId("export-audit");
        export.getStyleClass().addAll("small", "flat");
        export.setTooltip(new Tooltip("Export these bars as a figure"));
        export.setOnAction(_ -> exports.accept(new FigureOffer(
                AuditFigures.of(model.audits().get()), provenance(model.audits().get()), "judge-audit")));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, title, gap, export);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Map<String, String> provenance(JudgeAudits audits) {
        Map<String, String> known = new LinkedHashMap<>();
        known.put("run", model.run().map(run -> run.getFileName().toString()).orElse(""));
        known.put("judges", distinct(audits, line -> line.audited().judge()));
        known.put("benchmarks", distinct(audits, JudgeAudits.Line::benchmark));
        return known;
    }

    private static String distinct(JudgeAudits audits, Function<JudgeAudits.Line, String> text) {
        return audits.lines().stream().map(text).distinct().collect(Collectors.joining(", "));
    }

    private void show(JudgeAudits audits) {
        table.getColumns()
                .setAll(List.of(
                        column("Judge", 136, "Whose verdicts", line -> line.audited()
                                .judge()),
                        column("Answers of", 126, "Whose answers were judged", JudgeAudits.Line::answers),
                        column("Benchmark", 96, "What was asked", JudgeAudits.Line::benchmark),
                        column(
                                "Verdicts",
                                78,
                                "How many questions the judge was asked",
                                line -> "" + line.audited().counts().total())));
        audits.names().forEach(name -> table.getColumns()
                .add(column(name, 102, AuditText.meaning(name), line -> cell(line, name))));
        table.getItems().setAll(audits.lines());
        double height = HEADER + ROW * Math.clamp(audits.lines().size(), 1, 5);
        table.setMinHeight(height);
        table.setPrefHeight(height);
        if (audits.lines().isEmpty()) {
            bars.showNothing();
        } else {
            bars.show(AuditFigures.of(audits).withTitle(""), _ -> "Shares of the judges' verdicts");
        }
        agreement.show(audits);
        say();
    }

    private static String cell(JudgeAudits.Line line, String name) {
        return line.audited().rows().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .map(AuditView::lines)
                .orElse("");
    }

    private static String lines(AuditRow row) {
        String ends = AuditText.ends(row);
        return AuditText.value(row) + (ends.isEmpty() ? "" : "\n" + ends);
    }

    private static TableColumn<JudgeAudits.Line, String> column(
            String name, double width, String meaning, Function<JudgeAudits.Line, String> text) {
        TableColumn<JudgeAudits.Line, String> column = new TableColumn<>();
        Label label = new Label(Character.toUpperCase(name.charAt(0)) + name.substring(1));
        label.setTooltip(new Tooltip(meaning));
        label.setWrapText(true);
        label.getStyleClass().add("interval-head");
        column.setGraphic(label);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setPrefWidth(width);
        column.setSortable(false);
        return column;
    }

    private Label problem() {
        Label problem = new ProblemLine("audit-problem", "warning", model.problem());
        problem.setMaxHeight(60);
        return problem;
    }

    private void say() {
        boolean any = !model.audits().get().lines().isEmpty();
        body.setVisible(any);
        hint.setVisible(!any);
        if (model.run().isEmpty()) {
            hint.say("No run is open. Open one under Runs, or start one.", "");
        } else if (model.busy().get()) {
            hint.say("Reading the verdicts…", "");
        } else {
            hint.say(
                    "No judge has judged this run's answers yet. Let it answer a judged benchmark (bench run lima),"
                            + " then have the answers compared; how far the judge can be trusted stands here then:",
                    BenchCommands.judge(model.run().get()));
        }
    }
}
