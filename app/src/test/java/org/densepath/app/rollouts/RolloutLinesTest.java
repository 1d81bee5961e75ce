package org.densepath.app.rollouts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import org.densepath.run.TraceRow;
import org.densepath.run.Track;
import org.densepath.run.query.PromptGroup;
import org.densepath.run.query.RolloutOrder;
import org.densepath.run.query.RolloutRow;
import org.densepath.run.query.TraceFile;
import org.junit.jupiter.api.Test;

class RolloutLinesTest {
    private static final TraceFile FILE = new TraceFile(new Track("dpr", "dpr", 1), 1, 1, Path.of("1.parquet"));

    private final List<int[]> asked = new ArrayList<>();
    private final List<Consumer<List<RolloutRow>>> answers = new ArrayList<>();

    @Test
    void aMillionLinesCostNothingUntilTheyAreLookedAt() {
        RolloutLines lines = lines(1_000_000);
        assertEquals(1_000_000, lines.size());
        assertEquals(-1, lines.indexOf("something else"));
        RolloutLine line = lines.get(765_432);
        assertEquals(765_432, lines.indexOf(line));
        assertEquals(1, asked.size());
        assertEquals(100, asked.getFirst().length);
        assertEquals(765_400, asked.getFirst()[0]);
    }

    @Test
    void whatIsReadFillsItsLines() {
        RolloutLines lines = lines(250);
        RolloutLine line = lines.get(205);
        assertNull(line.row().get());
        answer(0);
        assertEquals(205, line.row().get().id());
        assertSame(line, lines.get(205));
        assertEquals(50, asked.getFirst().length);
    }

    @Test
    void whatWasScrolledPastIsNotReadAndTheLastAskedForIsFirst() {
        RolloutLines lines = lines(100_000);
        for (int page = 0; page < 100; page++) {
            lines.get(100 * page);
        }
        for (int i = 0; i < asked.size(); i++) {
            answer(i);
        }
        assertEquals(9, asked.size());
        assertEquals(9_900, asked.get(1)[0]);
        // it is asked for again when it is looked at again
        lines.get(5_000);
        assertEquals(5_000, asked.getLast()[0]);
    }

    @Test
    void headingsOpenAndClose() {
        RolloutLines lines = grouped();
        List<String> changes = new ArrayList<>();
        lines.addListener((ListChangeListener<RolloutLine>) change -> {
            while (change.next()) {
                changes.add(change.getFrom() + " +" + change.getAddedSize() + " -" + change.getRemovedSize());
            }
        });
        assertEquals(3, lines.size());
        lines.toggle(lines.get(1));
        assertEquals(5, lines.size());
        assertTrue(lines.isOpen(lines.get(1)));
        assertFalse(lines.get(2).isHeading());
        assertEquals("c", lines.get(4).group().text());
        lines.toggle(lines.get(0));
        assertEquals(8, lines.size());
        assertEquals(5, lines.indexOf(lines.get(5)));
        assertEquals("b", lines.get(4).group().text());
        lines.toggle(lines.get(0));
        lines.toggle(lines.get(1));
        assertEquals(3, lines.size());
        assertEquals(List.of("2 +2 -0", "1 +3 -0", "1 +0 -3", "2 +0 -2"), changes);
    }

    @Test
    void aResponseIsFoundWhereItsHeadingIsOpen() {
        RolloutLines lines = grouped();
        assertEquals(-1, lines.find(4));
        lines.toggle(lines.get(1));
        assertEquals(3, lines.find(4));
        assertEquals(-1, lines.find(5));
        assertEquals(-1, lines.find(77));
    }

    private RolloutLines lines(int size) {
        int[] ids = IntStream.range(0, size).toArray();
        return new RolloutLines(new RolloutOrder(ids, List.of()), pages(ids));
    }

    private RolloutLines grouped() {
        int[] ids = IntStream.range(0, 6).toArray();
        List<PromptGroup> groups = List.of(group("a", 0, 3), group("b", 3, 2), group("c", 5, 1));
        return new RolloutLines(new RolloutOrder(ids, groups), pages(ids));
    }

    private RolloutPages pages(int[] ids) {
        return new RolloutPages(ids, (wanted, done) -> {
            asked.add(wanted);
            answers.add(done);
        });
    }

    private void answer(int number) {
        answers.get(number)
                .accept(Arrays.stream(asked.get(number))
                        .mapToObj(RolloutLinesTest::row)
                        .toList());
    }

    private static PromptGroup group(String text, int from, int count) {
        return new PromptGroup(from, text, from, count, 0, 0, 0, 0, 0, 1, 1);
    }

    private static RolloutRow row(int id) {
        return new RolloutRow(
                id, FILE, id, 0, 0, "prompt", "response", 0, 1, TraceRow.Ended.EOS, OptionalDouble.empty());
    }
}
