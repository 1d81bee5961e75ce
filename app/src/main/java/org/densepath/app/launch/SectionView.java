package org.densepath.app.launch;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.HPos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.densepath.experiment.SettingDescription;
import org.densepath.experiment.SettingDescription.Kind;
import org.densepath.experiment.SettingSection;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// A section of the form: the settings that are set often, and the others when they are asked for.
final class SectionView extends VBox {
    private static final int COLUMNS = 2;

    private final Form form;
    private final BooleanProperty more = new SimpleBooleanProperty();

    SectionView(SettingSection section, Form form) {
        super(10);
        this.form = form;
        setId("section-" + section.id());
        getStyleClass().addAll("card", "launch-section");
        Label title = new Label(section.title());
        title.getStyleClass().add("card-title");
        Label about = new Label(section.about());
        about.getStyleClass().add("muted");
        about.setWrapText(true);
        getChildren().addAll(new VBox(1, title, about), grid(section.settings(), true));
        List<SettingDescription> rest =
                section.settings().stream().filter(s -> !s.often()).toList();
        if (!rest.isEmpty()) {
            GridPane hidden = grid(rest, false);
            hidden.visibleProperty().bind(more);
            hidden.managedProperty().bind(more);
            getChildren().addAll(link(section, rest), hidden);
        }
    }

    private Hyperlink link(SettingSection section, List<SettingDescription> rest) {
        FontIcon icon = new FontIcon(MaterialDesignC.CHEVRON_RIGHT);
        Hyperlink link = new Hyperlink("", icon);
        link.setId("more-" + section.id());
        link.getStyleClass().add("launch-more");
        link.setOnAction(_ -> {
            link.setVisited(false);
            more.set(!more.get());
        });
        more.subscribe(open -> {
            icon.setIconCode(open ? MaterialDesignC.CHEVRON_DOWN : MaterialDesignC.CHEVRON_RIGHT);
            link.setText(open ? "Fewer settings" : rest.size() + " more settings");
        });
        // what is wrong, or not as it was, must not hide
        for (SettingDescription setting : rest) {
            form.field(setting.key()).problem().subscribe(why -> more.set(more.get() || !why.isEmpty()));
            form.field(setting.key()).changed().subscribe(changed -> more.set(more.get() || changed));
        }
        return link;
    }

    private GridPane grid(List<SettingDescription> settings, boolean often) {
        GridPane grid = new GridPane(18, 10);
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            column.setHalignment(HPos.LEFT);
            grid.getColumnConstraints().add(column);
        }
        int cell = 0;
        for (SettingDescription setting :
                settings.stream().filter(s -> s.often() == often).toList()) {
            Field field = form.field(setting.key());
            int span = wide(setting) ? COLUMNS : 1;
            cell = span == COLUMNS && cell % COLUMNS != 0 ? cell + 1 : cell;
            grid.add(new FieldView(field, Controls.of(field)), cell % COLUMNS, cell / COLUMNS, span, 1);
            cell += span;
        }
        return grid;
    }

    private static boolean wide(SettingDescription setting) {
        return setting.kind() == Kind.MODEL || setting.kind() == Kind.FILE;
    }
}
