package org.densepath.app.scores;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.densepath.experiment.ArmLabel;

/// Which answers and which arms are compared by family.
final class FamilyControls extends HBox {
    private final ScoresViewModel model;
    private final MenuButton arms = new MenuButton("Methods");
    private List<String> listed = List.of();

    FamilyControls(ScoresViewModel model) {
        super(6);
        this.model = model;
        setAlignment(Pos.CENTER_LEFT);
        ToggleGroup group = new ToggleGroup();
        ToggleButton greedy = way("greedy", "Greedy", group);
        greedy.getStyleClass().add("left-pill");
        ToggleButton sampled = way("sampled", "Sampled", group);
        sampled.getStyleClass().add("right-pill");
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                before.setSelected(true);
            } else {
                model.way().set((String) now.getUserData());
            }
        });
        arms.setId("compared-arms");
        arms.setTooltip(new Tooltip("Which methods are compared, up to " + FamilyFigures.MOST));
        getChildren().addAll(new HBox(greedy, sampled), arms);
        model.results().subscribe(_ -> list());
        model.compared().subscribe(_ -> tick());
    }

    private ToggleButton way(String way, String text, ToggleGroup group) {
        ToggleButton button = new ToggleButton(text);
        button.setId("families-" + way);
        button.setUserData(way);
        button.setToggleGroup(group);
        button.setSelected(model.way().get().equals(way));
        return button;
    }

    private void list() {
        List<String> now = model.results().get().arms();
        if (now.equals(listed)) {
            return;
        }
        listed = now;
        arms.getItems().clear();
        for (String arm : now) {
            CheckMenuItem item = new CheckMenuItem(ArmLabel.of(arm));
            item.setId("compare-" + arm);
            item.setUserData(arm);
            item.setOnAction(_ -> choose(arm, item.isSelected()));
            arms.getItems().add(item);
        }
        tick();
    }

    private void choose(String arm, boolean in) {
        List<String> chosen = new ArrayList<>(model.compared().get());
        chosen.remove(arm);
        if (in) {
            chosen.add(arm);
        }
        model.compared().set(listed.stream().filter(chosen::contains).toList());
    }

    private void tick() {
        List<String> chosen = model.compared().get();
        arms.getItems().forEach(item -> {
            boolean in = chosen.contains((String) item.getUserData());
            ((CheckMenuItem) item).setSelected(in);
            item.setDisable(in ? chosen.size() < 2 : chosen.size() >= FamilyFigures.MOST);
        });
    }
}
