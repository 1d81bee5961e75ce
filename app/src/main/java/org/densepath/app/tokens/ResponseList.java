package org.densepath.app.tokens;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.densepath.run.TraceRow;

/// A step's responses as they are listed, and the chosen one.
public final class ResponseList {
    private final ReadOnlyObjectWrapper<List<TraceRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final IntegerProperty selected = new SimpleIntegerProperty(-1);
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObjectProperty<ResponseOrder> order = new SimpleObjectProperty<>(ResponseOrder.SAMPLED);
    private List<TraceRow> all = List.of();

    ResponseList() {
        filter.subscribe(_ -> list());
        order.subscribe(_ -> list());
    }

    /// Those that the filter lets through, in the chosen order.
    public ReadOnlyObjectProperty<List<TraceRow>> rows() {
        return rows.getReadOnlyProperty();
    }

    /// The chosen response's place in [#rows]; −1 when there is none.
    public IntegerProperty selected() {
        return selected;
    }

    public StringProperty filter() {
        return filter;
    }

    public ObjectProperty<ResponseOrder> order() {
        return order;
    }

    /// Of how many responses these are.
    public int total() {
        return all.size();
    }

    public Optional<TraceRow> response() {
        int index = selected.get();
        return index < 0 || index >= rows.get().size()
                ? Optional.empty()
                : Optional.of(rows.get().get(index));
    }

    /// Lists the responses of another step; the same sample of the same prompt stays chosen, else the same place.
    void show(List<TraceRow> others) {
        Optional<TraceRow> before = response();
        int index = selected.get();
        all = others;
        selected.set(-1);
        rows.set(order.get().of(all, filter.get()));
        select(before.map(row -> indexOf(row.promptIndex(), row.sample()))
                .filter(found -> found >= 0)
                .orElse(index));
    }

    /// Chooses a sample of a prompt, where it is listed.
    void choose(int prompt, int sample) {
        int found = indexOf(prompt, sample);
        if (found < 0) {
            filter.set("");
            found = indexOf(prompt, sample);
        }
        if (found >= 0) {
            selected.set(found);
        }
    }

    private void list() {
        Optional<TraceRow> before = response();
        List<TraceRow> listed = order.get().of(all, filter.get());
        int index = before.map(listed::indexOf).orElse(-1);
        if (index < 0 || index != selected.get()) {
            selected.set(-1);
        }
        rows.set(listed);
        select(index);
    }

    private void select(int index) {
        selected.set(rows.get().isEmpty() ? -1 : Math.clamp(index, 0, rows.get().size() - 1));
    }

    private int indexOf(int prompt, int sample) {
        for (int i = 0; i < rows.get().size(); i++) {
            TraceRow row = rows.get().get(i);
            if (row.promptIndex() == prompt && row.sample() == sample) {
                return i;
            }
        }
        return -1;
    }
}
