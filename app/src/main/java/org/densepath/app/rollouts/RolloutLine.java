package org.densepath.app.rollouts;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.densepath.run.query.PromptGroup;
import org.densepath.run.query.RolloutRow;

/// A line of the table: a response, or the heading of a prompt's responses. A response's texts arrive later than
/// the line.
public final class RolloutLine {
    private final int at;
    private final PromptGroup group;
    private final ReadOnlyObjectWrapper<RolloutRow> row = new ReadOnlyObjectWrapper<>();

    private RolloutLine(int at, PromptGroup group) {
        this.at = at;
        this.group = group;
    }

    /// @param at the response's place in the order
    static RolloutLine response(int at) {
        return new RolloutLine(at, null);
    }

    static RolloutLine heading(PromptGroup group) {
        return new RolloutLine(-1, group);
    }

    public boolean isHeading() {
        return group != null;
    }

    /// Null for a response.
    public PromptGroup group() {
        return group;
    }

    /// Null until it is read, and for a heading.
    public ReadOnlyObjectProperty<RolloutRow> row() {
        return row.getReadOnlyProperty();
    }

    int at() {
        return at;
    }

    void filled(RolloutRow read) {
        row.set(read);
    }
}
