package org.densepath.app.launch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.densepath.app.control.CardColumns;
import org.densepath.app.control.ProseTooltip;
import org.densepath.experiment.BuiltInArm;
import org.densepath.experiment.SettingDescription;

/// A check box for each choice, in columns; the field's text lists what is chosen. Arms of an experiment are
/// grouped by what they do to the model.
final class ChoiceBoxes extends VBox {
    private static final double WIDTH = 168;
    private static final double ROW_GAP = 6;
    private static final List<String> GROUPS = List.of(
            "DPR and its controls",
            "DPR with another reference",
            "Other training",
            "Nothing trained, answers chosen otherwise");

    private final Map<String, CheckBox> boxes = new LinkedHashMap<>();

    ChoiceBoxes(Field field) {
        super(6);
        getStyleClass().add("launch-choices");
        List<String> choices = field.setting().choices();
        choices.forEach(choice -> boxes.put(choice, box(choice)));
        Map<String, List<String>> groups = new TreeMap<>(Comparator.comparingInt(GROUPS::indexOf));
        choices.forEach(choice ->
                groups.computeIfAbsent(group(choice), _ -> new ArrayList<>()).add(choice));
        groups.forEach((name, members) -> {
            if (groups.size() > 1) {
                Label heading = new Label(name);
                heading.getStyleClass().add("launch-group");
                getChildren().add(heading);
            }
            getChildren()
                    .add(new CardColumns(
                            WIDTH, ROW_GAP, members.stream().map(boxes::get).toList()));
        });
        boxes.values().forEach(box -> box.setOnAction(_ -> field.text().set(chosen())));
        field.text().subscribe(now -> {
            List<String> chosen = List.of(now.split(", "));
            boxes.forEach((choice, box) -> box.setSelected(chosen.contains(choice)));
        });
    }

    /// Whether they need a row of their own.
    static boolean areMany(SettingDescription setting) {
        return setting.kind() == SettingDescription.Kind.CHOICES
                && setting.choices().size() > 4;
    }

    private static CheckBox box(String choice) {
        CheckBox box = new CheckBox(BuiltInArm.of(choice).map(BuiltInArm::label).orElse(choice));
        box.setId("choose-" + choice.replace('.', '-'));
        BuiltInArm.of(choice).ifPresent(arm -> box.setTooltip(new ProseTooltip(choice + ": " + arm.meaning())));
        return box;
    }

    private static String group(String choice) {
        return BuiltInArm.of(choice)
                .map(arm -> switch (arm.kind()) {
                    case REINFORCE -> GROUPS.get(choice.startsWith("reference-") ? 1 : 0);
                    case CONTINUED_SFT, SELF_PLAY -> GROUPS.get(2);
                    case CONTRASTIVE, BEST_OF_N -> GROUPS.get(3);
                })
                .orElse("");
    }

    private String chosen() {
        return boxes.entrySet().stream()
                .filter(entry -> entry.getValue().isSelected())
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }
}
