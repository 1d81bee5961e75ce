package org.densepath.app.tokens;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.densepath.app.control.Prose;
import org.densepath.app.control.ProseTooltip;
import org.densepath.run.TraceRow;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

/// Whether the shown numbers can be trusted: one mark a claim, red with its reason where one is broken.
final class AuditStrip extends VBox {
    private final FlowPane marks = new FlowPane(14, 4);
    private final Prose reason = new Prose();
    private Optional<TraceRow> audited = Optional.empty();

    AuditStrip(TokensViewModel model) {
        super(4);
        setId("audit");
        getStyleClass().add("audit");
        marks.setAlignment(Pos.CENTER_LEFT);
        reason.setId("audit-reason");
        reason.setMinHeight(Region.USE_PREF_SIZE);
        reason.getStyleClass().add("problem");
        getChildren().addAll(marks, reason);
        model.shown().subscribe(this::show);
    }

    private void show(Optional<Shown> shown) {
        Optional<TraceRow> row = shown.map(Shown::row);
        if (row.equals(audited)) {
            return;
        }
        audited = row;
        marks.getChildren().clear();
        reason.setText("");
        shown.map(now -> Audit.of(now.row(), now.step())).ifPresent(audit -> {
            for (Audit.Finding finding : audit.findings()) {
                marks.getChildren().add(mark(finding));
                if (finding.mark() == Audit.Mark.BROKEN) {
                    reason.setText((reason.getText() + " " + finding.reason()).strip());
                }
            }
        });
        reason.setVisible(!reason.getText().isEmpty());
        reason.setManaged(reason.isVisible());
    }

    private static Label mark(Audit.Finding finding) {
        FontIcon icon = new FontIcon(
                switch (finding.mark()) {
                    case HOLDS -> MaterialDesignC.CHECK;
                    case BROKEN -> MaterialDesignA.ALERT_CIRCLE;
                    case UNKNOWN -> MaterialDesignH.HELP_CIRCLE_OUTLINE;
                });
        Label mark = new Label(finding.claim(), icon);
        mark.getStyleClass().add("audit-" + HeatmapSettings.word(finding.mark()));
        mark.setTooltip(new ProseTooltip(finding.reason()));
        mark.setAccessibleText(finding.claim() + ": " + finding.reason());
        return mark;
    }
}
