package org.densepath.app.launch;

import java.util.List;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.densepath.experiment.SettingDescription;
import org.densepath.experiment.SettingDescription.Kind;
import org.densepath.experiment.SettingSection;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// A section of the form: the settings that are set often, and the others, made when they are asked for.
final class SectionView extends VBox {
    /// Of equal preferred widths, two that grow stay equal.
    private static final double HALF = 200;

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
        List<SettingDescription> often =
                section.settings().stream().filter(SettingDescription::often).toList();
        VBox shown = new VBox(10);
        fill(shown, often);
        getChildren().addAll(new VBox(1, title, about), shown);
        List<SettingDescription> rest =
                section.settings().stream().filter(s -> !s.often()).toList();
        if (!rest.isEmpty()) {
            VBox hidden = new VBox(10);
            hidden.visibleProperty().bind(more);
            hidden.managedProperty().bind(more);
            getChildren().addAll(link(section, rest), hidden);
            // several hundred nodes, whose style would be sought each time that the page is shown
            more.subscribe(open -> {
                if (open && hidden.getChildren().isEmpty()) {
                    fill(hidden, rest);
                }
            });
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
            link.setText(
                    open ? "Fewer settings" : rest.size() + (rest.size() == 1 ? " more setting" : " more settings"));
        });
        // what is wrong, or not as it was, must not hide
        for (SettingDescription setting : rest) {
            form.field(setting.key()).problem().subscribe(why -> more.set(more.get() || !why.isEmpty()));
            form.field(setting.key()).changed().subscribe(changed -> more.set(more.get() || changed));
        }
        return link;
    }

    /// Two fields a row; one that is wide has a row of its own.
    private void fill(VBox rows, List<SettingDescription> settings) {
        HBox open = null;
        for (SettingDescription setting : settings) {
            Field field = form.field(setting.key());
            FieldView view = new FieldView(field, Controls.of(field));
            if (wide(setting)) {
                rows.getChildren().add(view);
                open = null;
                continue;
            }
            view.setMinWidth(0);
            view.setPrefWidth(HALF);
            HBox.setHgrow(view, Priority.ALWAYS);
            if (open == null) {
                open = new HBox(18, view, filler());
                rows.getChildren().add(open);
            } else {
                open.getChildren().set(1, view);
                open = null;
            }
        }
    }

    /// Takes the place of a second field where there is none.
    private static Region filler() {
        Region filler = new Region();
        filler.setPrefWidth(HALF);
        HBox.setHgrow(filler, Priority.ALWAYS);
        return filler;
    }

    private static boolean wide(SettingDescription setting) {
        return Set.of(Kind.MODEL, Kind.FILE).contains(setting.kind()) || ChoiceBoxes.areMany(setting);
    }
}
