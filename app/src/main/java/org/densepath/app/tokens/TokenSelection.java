package org.densepath.app.tokens;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;

/// Which of a response's tokens a person points at, has marked and has pinned. Tokens are counted from 0.
public final class TokenSelection {
    private final IntegerProperty cursor = new SimpleIntegerProperty(-1);
    private final IntegerProperty hovered = new SimpleIntegerProperty(-1);
    private final ReadOnlyObjectWrapper<Optional<Range>> range = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Integer>> pins = new ReadOnlyObjectWrapper<>(List.of());
    private int anchor = -1;

    /// Tokens `first` … `last`, both included.
    public record Range(int first, int last) {
        public Range {
            if (first < 0 || last < first) {
                throw new IllegalArgumentException("tokens " + first + " to " + last);
            }
        }
    }

    /// Where the keyboard stands; −1 for nowhere.
    public IntegerProperty cursor() {
        return cursor;
    }

    /// Under the pointer; −1 for none.
    public IntegerProperty hovered() {
        return hovered;
    }

    /// What is inspected: the token under the pointer, else the one at the cursor.
    public int pointed() {
        return hovered.get() >= 0 ? hovered.get() : cursor.get();
    }

    public ReadOnlyObjectProperty<Optional<Range>> range() {
        return range.getReadOnlyProperty();
    }

    /// In the order of the text.
    public ReadOnlyObjectProperty<List<Integer>> pins() {
        return pins.getReadOnlyProperty();
    }

    /// Goes to a token; a range ends there no longer.
    public void go(int token) {
        cursor.set(token);
        anchor = token;
        range.set(Optional.empty());
    }

    /// Marks all from where the cursor stood to `first` … `last`, where it stands now.
    public void extend(int first, int last) {
        int from = anchor < 0 ? first : anchor;
        anchor = from;
        range.set(Optional.of(new Range(Math.min(from, first), Math.max(from, last))));
        cursor.set(first);
    }

    public void select(Range chosen) {
        anchor = chosen.first();
        cursor.set(chosen.first());
        range.set(Optional.of(chosen));
    }

    public void clearRange() {
        anchor = cursor.get();
        range.set(Optional.empty());
    }

    /// Pins a token, or takes its pin away.
    public void pin(int token) {
        TreeSet<Integer> all = new TreeSet<>(pins.get());
        if (!all.remove(token)) {
            all.add(token);
        }
        pins.set(List.copyOf(all));
    }

    public void clearPins() {
        pins.set(List.of());
    }

    /// Another text: nothing is pointed at, marked or pinned.
    public void clear() {
        hovered.set(-1);
        go(-1);
        clearPins();
    }
}
