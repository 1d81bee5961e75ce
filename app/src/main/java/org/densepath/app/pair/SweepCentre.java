package org.densepath.app.pair;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What an answer's scores by several models are shown in, or why there are none. The models are asked only while
/// a person looks at it.
final class SweepCentre extends StackPane {
    private static final String GIVEN_UP = "Nothing is asked now. Choose the tab again to ask the models.";

    private final PairViewModel model;
    private final SweepViewModel sweep;
    private final Node content;
    private final Label empty = new Label();
    private boolean open;

    /// @param name what the ids of its parts begin with
    SweepCentre(PairViewModel model, SweepViewModel sweep, Node content, String name) {
        this.model = model;
        this.sweep = sweep;
        this.content = content;
        empty.setId(name + "-empty");
        empty.getStyleClass().add("muted");
        empty.setWrapText(true);
        empty.setMaxWidth(460);
        TaskStrip strip = new TaskStrip(sweep.task(), sweep.problem(), sweep::clear, name + "-problem");
        strip.setAlignment(Pos.CENTER);
        getChildren().addAll(content, empty, strip);
        VBox.setVgrow(this, Priority.ALWAYS);
    }

    /// Calls `ask` when there may be another question, `update` when there may be other results.
    void listen(Runnable ask, Runnable update) {
        model.shown().subscribe(_ -> ask.run());
        model.models().known().subscribe(_ -> ask.run());
        sweep.results().subscribe(_ -> update.run());
        sweep.task().subscribe(_ -> update.run());
        sweep.problem().subscribe(_ -> update.run());
    }

    /// Whether a person looks at it.
    void open(boolean now) {
        open = now;
    }

    /// Asks `models` about the answer that is shown, unless they are fewer than `least`.
    void ask(List<NamedModel> models, int least) {
        Optional<Version> current = model.shown().get().current();
        if (open && current.isPresent() && models.size() >= least) {
            sweep.show(current.get(), models);
        }
    }

    /// Shows the content where the results are those of the answer that is shown, else a sentence.
    ///
    /// @param unscored where there is no answer @param lacking where models are lacking, empty where they are not
    boolean show(String unscored, String lacking) {
        Optional<Version> current = model.shown().get().current();
        boolean ready = !sweep.results().get().isEmpty() && sweep.version().equals(current);
        boolean quiet = sweep.task().get().isEmpty() && sweep.problem().get().isEmpty();
        content.setVisible(ready);
        empty.setVisible(!ready && quiet);
        empty.setText(current.isEmpty() ? unscored : lacking.isEmpty() ? GIVEN_UP : lacking);
        return ready;
    }
}
