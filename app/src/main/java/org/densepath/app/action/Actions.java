package org.densepath.app.action;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// All that can be done in the window, in the order in which it was added.
public final class Actions {
    private final List<Action> all = new ArrayList<>();

    /// Throws [IllegalArgumentException] when the id or the keys are taken.
    public void add(Action action) {
        for (Action other : all) {
            boolean sameKeys = action.keys().isPresent() && action.keys().equals(other.keys());
            if (other.id().equals(action.id()) || sameKeys) {
                throw new IllegalArgumentException(action.id() + " and " + other.id() + " share an id or keys");
            }
        }
        all.add(action);
    }

    public List<Action> all() {
        return List.copyOf(all);
    }

    /// Those whose title or group holds the letters of `query` in this order, the closest first; all for an empty
    /// query.
    public List<Action> find(String query) {
        record Match(Action action, int distance) {}
        return all.stream()
                .flatMap(action -> FuzzyMatch.distance(query, action.group() + " " + action.title()).stream()
                        .mapToObj(distance -> new Match(action, distance)))
                .sorted(Comparator.comparingInt(Match::distance))
                .map(Match::action)
                .toList();
    }

    /// Makes the combinations with a modifier, and function keys, work in `scene`.
    public void install(Scene scene) {
        for (Action action : all) {
            action.keys().filter(Actions::worksEverywhere).ifPresent(keys -> scene.getAccelerators()
                    .put(keys, () -> {
                        if (action.possible().get()) {
                            action.run().run();
                        }
                    }));
        }
    }

    private static boolean worksEverywhere(KeyCombination keys) {
        Set<KeyCombination.ModifierValue> down = Set.of(KeyCombination.ModifierValue.DOWN);
        return down.contains(keys.getShortcut())
                || down.contains(keys.getControl())
                || down.contains(keys.getAlt())
                || keys instanceof KeyCodeCombination code && code.getCode().isFunctionKey();
    }
}
