package org.densepath.app.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

class ActionsTest {
    private final Actions actions = new Actions();

    private Action action(String id, String title) {
        return Action.of(id, title, "Run", MaterialDesignP.PLAY, () -> {});
    }

    private List<String> found(String query) {
        return actions.find(query).stream().map(Action::id).toList();
    }

    @Test
    void aFewLettersInOrderFindAnAction() {
        actions.add(action("demo", "Run the demo"));
        actions.add(action("stop", "Stop and keep"));
        assertEquals(List.of("stop"), found("sak"));
        assertEquals(List.of("demo"), found("demo"));
        assertEquals(List.of(), found("xyz"));
    }

    @Test
    void whatIsMeantMostLikelyComesFirst() {
        actions.add(action("scattered", "Open all the models"));
        actions.add(action("word", "The demo"));
        assertEquals("word", found("dem").getFirst());
    }

    @Test
    void allAreListedForAnEmptyQueryInTheirOrder() {
        actions.add(action("b", "B"));
        actions.add(action("a", "A"));
        assertEquals(List.of("b", "a"), found(" "));
    }

    @Test
    void noTwoActionsShareAnIdOrKeys() {
        actions.add(action("a", "A").on("Shortcut+K"));
        assertThrows(IllegalArgumentException.class, () -> actions.add(action("a", "B")));
        assertThrows(
                IllegalArgumentException.class,
                () -> actions.add(action("b", "B").on("Shortcut+K")));
    }
}
