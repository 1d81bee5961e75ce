package org.densepath.app.runs;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.densepath.run.RunProgress;
import org.densepath.run.RunSummary;

/// One run of the library: its name and state, how far it is, its score, and when it was.
final class RunCell extends ListCell<RunRow> {
    private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");
    private static final int TAGS = 2;

    private final CheckBox check = new CheckBox();
    private final Label name = new Label();
    private final Label badge = new Label();
    private final HBox tags = new HBox(4);
    private final Label sentence = line("run-sentence");
    private final Label made = line("run-small");
    private final Label stage = line("run-number");
    private final ProgressBar bar = new ProgressBar(0);
    private final Label score = line("run-number");
    private final Label scoreMeaning = line("run-small");
    private final Label date = line("run-number");
    private final Label duration = line("run-small");
    private final HBox content;
    private Subscription follows = Subscription.EMPTY;

    RunCell() {
        name.getStyleClass().add("run-name");
        name.setMinWidth(36);
        badge.setMinWidth(Region.USE_PREF_SIZE);
        bar.getStyleClass().add("run-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        check.setFocusTraversable(false);
        check.addEventFilter(MouseEvent.ANY, this::tick);
        check.setTooltip(new Tooltip("Choose this run beside the others, to compare them"));
        selectedProperty().subscribe(check::setSelected);

        HBox first = new HBox(8, name, badge, tags);
        first.setAlignment(Pos.CENTER_LEFT);
        VBox what = new VBox(2, first, sentence, made);
        what.setAlignment(Pos.CENTER_LEFT);
        what.setMinWidth(0);
        what.setPrefWidth(200);
        HBox.setHgrow(what, Priority.ALWAYS);
        content = new HBox(
                12, check, what, column(112, stage, bar), column(132, score, scoreMeaning), column(88, date, duration));
        content.setAlignment(Pos.CENTER_LEFT);
        content.setMinWidth(0);
        // as wide as the list, whatever is written
        content.setPrefWidth(0);
    }

    @Override
    protected void updateItem(RunRow row, boolean empty) {
        super.updateItem(row, empty);
        follows.unsubscribe();
        follows = Subscription.EMPTY;
        setGraphic(empty ? null : content);
        if (!empty) {
            follows = Subscription.combine(
                    row.standing().subscribe(_ -> show(row)), row.run().subscribe(_ -> show(row)));
        }
    }

    private void show(RunRow row) {
        RunSummary run = row.now();
        Standing standing = row.standing().get();
        name.setText(run.name());
        badge.setText(standing.label());
        badge.getStyleClass().setAll("label", "badge", standing.style());
        tags.getChildren().setAll(TagChips.some(run.notes().tags(), TAGS));
        if (row.isSample()) {
            tags.getChildren().addFirst(TagChips.chip("sample run"));
        }
        String words = run.remarks().isEmpty() || standing == Standing.FAILED || standing == Standing.UNREADABLE
                ? RunWords.sentence(row)
                : run.remarks().getFirst();
        sentence.setText(words);
        sentence.pseudoClassStateChanged(PROBLEM, standing == Standing.FAILED || standing == Standing.UNREADABLE);
        made.setText(made(row));
        progress(run.progress(), standing);
        Optional<MainScore> told = row.score();
        score.setText(told.map(MainScore::text).orElse("—"));
        scoreMeaning.setText(told.map(MainScore::meaning).orElse("no score yet"));
        date.setText(RunWords.date(run.started()));
        duration.setText(RunWords.duration(run.progress().worked()));
        setAccessibleText(String.join(
                ", ",
                run.name(),
                standing.label(),
                words,
                stage.getText(),
                told.map(s -> s.meaning() + " " + s.text()).orElse("")));
    }

    private void progress(RunProgress progress, Standing standing) {
        stage.setText(RunWords.progress(progress));
        double share = standing == Standing.FINISHED ? 1 : RunWords.share(progress);
        bar.setVisible(share >= 0);
        bar.setProgress(Math.max(0, share));
        bar.getStyleClass()
                .setAll("progress-bar", "run-bar", "run-bar-" + standing.name().toLowerCase(Locale.ROOT));
    }

    /// `kl-0.5 · Sample model · DPR, continued SFT`; the folder where the name does not tell it.
    private static String made(RunRow row) {
        RunSummary run = row.now();
        String folder = RunWords.folderName(row);
        boolean told =
                row.isSample() || folder.equalsIgnoreCase(run.name().strip().replace(' ', '-'));
        return Stream.of(told ? "" : folder, RunWords.model(run.settings()), RunWords.methods(run.settings()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /// A tick adds the run to what is chosen, or takes it out; the list itself hears nothing of it.
    private void tick(MouseEvent event) {
        if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
            getListView().requestFocus();
            if (isSelected()) {
                getListView().getSelectionModel().clearSelection(getIndex());
            } else {
                getListView().getSelectionModel().select(getIndex());
            }
        }
        if (event.getEventType() != MouseEvent.MOUSE_ENTERED
                && event.getEventType() != MouseEvent.MOUSE_EXITED
                && event.getEventType() != MouseEvent.MOUSE_MOVED) {
            event.consume();
        }
    }

    private static VBox column(double width, Region... lines) {
        VBox column = new VBox(4, lines);
        column.setAlignment(Pos.CENTER_LEFT);
        column.setMinWidth(width);
        column.setPrefWidth(width);
        column.setMaxWidth(width);
        return column;
    }

    private static Label line(String style) {
        Label label = new Label();
        label.setMinWidth(0);
        label.getStyleClass().add(style);
        return label;
    }
}
