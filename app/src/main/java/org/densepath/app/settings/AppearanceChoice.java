package org.densepath.app.settings;

import javafx.application.ColorScheme;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.densepath.app.paint.Appearance;

/// Light, dark, or what the system has: chosen by the person, kept in the preferences.
public final class AppearanceChoice {
    private static final String KEY = "appearance";

    /// What can be chosen.
    public enum Wish {
        LIGHT("Light"),
        DARK("Dark"),
        SYSTEM("As the system");

        private final String label;

        Wish(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        static Wish of(String name) {
            for (Wish wish : values()) {
                if (wish.name().equals(name)) {
                    return wish;
                }
            }
            return SYSTEM;
        }
    }

    private final ObjectProperty<Wish> wish;
    private final ObjectProperty<Appearance> appearance = new SimpleObjectProperty<>(Appearance.LIGHT);
    private ObservableValue<ColorScheme> system = new SimpleObjectProperty<>(ColorScheme.LIGHT);

    public AppearanceChoice(Preferences preferences) {
        wish = new SimpleObjectProperty<>(Wish.of(preferences.text(KEY, Wish.SYSTEM.name())));
        wish.subscribe(now -> {
            preferences.put(KEY, now.name());
            update();
        });
    }

    /// Where the system's own choice comes from.
    public void follow(ObservableValue<ColorScheme> scheme) {
        system = scheme;
        system.subscribe(_ -> update());
    }

    public ObjectProperty<Wish> wish() {
        return wish;
    }

    /// What is shown.
    public ObjectProperty<Appearance> appearance() {
        return appearance;
    }

    /// From light to dark, or back.
    public void toggle() {
        wish.set(appearance.get() == Appearance.LIGHT ? Wish.DARK : Wish.LIGHT);
    }

    private void update() {
        appearance.set(
                switch (wish.get()) {
                    case LIGHT -> Appearance.LIGHT;
                    case DARK -> Appearance.DARK;
                    case SYSTEM -> Appearance.of(system.getValue());
                });
    }
}
