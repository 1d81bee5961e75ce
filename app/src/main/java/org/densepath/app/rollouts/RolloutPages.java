package org.densepath.app.rollouts;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.densepath.run.query.RolloutRow;

/// The lines of an order, read page by page as they come into sight; the last asked for is read first, and what
/// was scrolled past is not read at all. Belongs to the window's thread.
final class RolloutPages {
    private static final int PAGE = 100;
    private static final int KEPT = 60;
    private static final int WAITING = 8;

    private final int[] ids;
    private final BiConsumer<int[], Consumer<List<RolloutRow>>> reader;
    private final Deque<Integer> waiting = new ArrayDeque<>();
    private final Map<Integer, RolloutLine[]> pages = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, RolloutLine[]> eldest) {
            return size() > KEPT;
        }
    };
    private boolean reading;

    /// @param reader reads the rows of some numbers in the background and hands them over on the window's thread
    RolloutPages(int[] ids, BiConsumer<int[], Consumer<List<RolloutRow>>> reader) {
        this.ids = ids;
        this.reader = reader;
    }

    int size() {
        return ids.length;
    }

    boolean sameAs(int[] others) {
        return Arrays.equals(ids, others);
    }

    /// The place of a number in the order, or −1.
    int find(int id) {
        for (int at = 0; at < ids.length; at++) {
            if (ids[at] == id) {
                return at;
            }
        }
        return -1;
    }

    /// The line of the response at a place of the order.
    RolloutLine line(int at) {
        int page = at / PAGE;
        RolloutLine[] lines = pages.get(page);
        if (lines == null) {
            lines = new RolloutLine[Math.min(PAGE, ids.length - page * PAGE)];
            Arrays.setAll(lines, i -> RolloutLine.response(page * PAGE + i));
            pages.put(page, lines);
            ask(page);
        }
        return lines[at - page * PAGE];
    }

    private void ask(int page) {
        waiting.push(page);
        if (waiting.size() > WAITING) {
            pages.remove(waiting.removeLast());
        }
        if (!reading) {
            next();
        }
    }

    private void next() {
        Integer page = waiting.poll();
        reading = page != null;
        if (page == null) {
            return;
        }
        int from = page * PAGE;
        reader.accept(Arrays.copyOfRange(ids, from, Math.min(from + PAGE, ids.length)), rows -> {
            fill(page, rows);
            next();
        });
    }

    private void fill(int page, List<RolloutRow> rows) {
        RolloutLine[] lines = pages.get(page);
        if (lines == null) {
            return;
        }
        Map<Integer, RolloutRow> byId = new HashMap<>();
        rows.forEach(row -> byId.put(row.id(), row));
        for (RolloutLine line : lines) {
            line.filled(byId.get(ids[line.at()]));
        }
    }
}
