package org.densepath.app.rollouts;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import javafx.collections.ObservableListBase;
import org.densepath.run.query.PromptGroup;
import org.densepath.run.query.RolloutOrder;

/// The lines of the table, as many as there are: made when they are looked at. When grouped, headings, each
/// followed by its responses once it is opened.
public final class RolloutLines extends ObservableListBase<RolloutLine> {
    private final RolloutPages pages;
    private final List<PromptGroup> groups;
    private final RolloutLine[] headings;
    private final BitSet open = new BitSet();
    /// Where each heading stands.
    private final int[] places;

    RolloutLines(RolloutOrder order, RolloutPages pages) {
        this.pages = pages;
        this.groups = order.groups();
        this.headings = groups.stream().map(RolloutLine::heading).toArray(RolloutLine[]::new);
        this.places = new int[headings.length];
        Arrays.setAll(places, i -> i);
    }

    /// A list without lines. A new one each time: it holds its listeners, and with them their window.
    static RolloutLines none() {
        return new RolloutLines(RolloutOrder.NOTHING, new RolloutPages(new int[0], (_, _) -> {}));
    }

    public boolean grouped() {
        return headings.length > 0;
    }

    /// How many responses, whether their headings are opened or not.
    public int responses() {
        return pages.size();
    }

    public int groups() {
        return headings.length;
    }

    /// Whether these are the same responses in the same order, under the same headings.
    boolean sameAs(RolloutOrder order) {
        return pages.sameAs(order.ids()) && groups.equals(order.groups());
    }

    /// Where the response of this number stands; −1 when it does not.
    int find(int id) {
        int at = pages.find(id);
        return at < 0 ? -1 : indexOfResponse(at);
    }

    @Override
    public int size() {
        if (!grouped()) {
            return pages.size();
        }
        int last = headings.length - 1;
        return places[last] + 1 + shown(last);
    }

    @Override
    public RolloutLine get(int index) {
        java.util.Objects.checkIndex(index, size());
        if (!grouped()) {
            return pages.line(index);
        }
        int group = groupAt(index);
        int within = index - places[group] - 1;
        return within < 0 ? headings[group] : pages.line(groups.get(group).from() + within);
    }

    /// Without looking at all of a million lines, which would read them.
    @Override
    public int indexOf(Object object) {
        if (!(object instanceof RolloutLine line)) {
            return -1;
        }
        if (line.isHeading()) {
            int group = Arrays.asList(headings).indexOf(line);
            return group < 0 ? -1 : places[group];
        }
        if (line.at() >= pages.size()) {
            return -1;
        }
        int index = indexOfResponse(line.at());
        return index >= 0 && get(index) == line ? index : -1;
    }

    @Override
    public int lastIndexOf(Object object) {
        return indexOf(object);
    }

    @Override
    public boolean contains(Object object) {
        return indexOf(object) >= 0;
    }

    public boolean isOpen(RolloutLine heading) {
        return open.get(Arrays.asList(headings).indexOf(heading));
    }

    /// Shows or hides the responses below a heading.
    public void toggle(RolloutLine heading) {
        int group = Arrays.asList(headings).indexOf(heading);
        if (group < 0) {
            return;
        }
        int first = places[group] + 1;
        int count = groups.get(group).count();
        beginChange();
        if (open.get(group)) {
            List<RolloutLine> removed = lines(groups.get(group));
            open.clear(group);
            move(group, -count);
            nextRemove(first, removed);
        } else {
            open.set(group);
            move(group, count);
            nextAdd(first, first + count);
        }
        endChange();
    }

    /// Where the response at a place of the order stands; −1 where its heading is closed.
    private int indexOfResponse(int at) {
        if (!grouped()) {
            return at;
        }
        int low = 0;
        int high = groups.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (groups.get(middle).from() <= at) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return open.get(low) ? places[low] + 1 + at - groups.get(low).from() : -1;
    }

    private int groupAt(int index) {
        int found = Arrays.binarySearch(places, index);
        return found >= 0 ? found : -found - 2;
    }

    private int shown(int group) {
        return open.get(group) ? groups.get(group).count() : 0;
    }

    private void move(int group, int by) {
        for (int i = group + 1; i < places.length; i++) {
            places[i] += by;
        }
    }

    private List<RolloutLine> lines(PromptGroup group) {
        return new AbstractList<>() {
            @Override
            public RolloutLine get(int index) {
                return pages.line(group.from() + index);
            }

            @Override
            public int size() {
                return group.count();
            }
        };
    }
}
