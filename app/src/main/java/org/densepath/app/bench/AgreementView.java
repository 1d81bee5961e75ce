package org.densepath.app.bench;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.densepath.app.control.Prose;
import org.densepath.bench.judge.audit.AuditRow;

/// How far judges of the same answers agree, and how an audit is read.
final class AgreementView extends VBox {
    private static final String HOW = "A judge that likes a place, not an answer, has many position flips and lets the"
            + " first answer win far from half of the games. One that likes length lets the longer answer win most"
            + " games. Unparsed replies and missing ones are in no score.";

    AgreementView() {
        super(6);
        setMinWidth(260);
        setPrefWidth(360);
        setMaxWidth(460);
    }

    void show(JudgeAudits audits) {
        getChildren().setAll(heading("Do the judges agree?"));
        if (audits.agreement().isEmpty()) {
            getChildren()
                    .add(muted("Only one judge has judged each of the answers. A second one's verdicts go into a folder"
                            + " below the first's: bench judge … -o PART/NAME."));
        }
        audits.agreement().forEach((what, rows) -> {
            getChildren().add(muted(what));
            rows.forEach(row -> getChildren().add(line(row)));
        });
        Region gap = new Region();
        gap.setMinHeight(8);
        getChildren().addAll(gap, heading("How to read it"), muted(HOW));
    }

    private static Label heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("bench-heading");
        return label;
    }

    private static Prose muted(String text) {
        Prose prose = new Prose(text);
        prose.getStyleClass().add("muted");
        return prose;
    }

    private static HBox line(AuditRow row) {
        Label name = new Label(row.name());
        name.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label value = new Label(AuditText.value(row) + " " + AuditText.ends(row));
        value.setMinWidth(Region.USE_PREF_SIZE);
        value.getStyleClass().add("agreement-value");
        HBox line = new HBox(8, (Node) name, gap, value);
        line.getStyleClass().add("agreement");
        return line;
    }
}
