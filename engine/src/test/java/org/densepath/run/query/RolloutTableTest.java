package org.densepath.run.query;

import static org.densepath.run.query.Traces.response;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import org.densepath.run.TraceRow;
import org.densepath.run.Track;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RolloutTableTest {
    private static final RolloutSort RETURN = new RolloutSort(RolloutSort.Column.RETURN, true);

    @TempDir
    Path folder;

    private final RolloutTable table = new RolloutTable();
    private Traces traces;

    @BeforeEach
    void open() {
        traces = new Traces(folder);
    }

    @AfterEach
    void close() {
        traces.close();
        table.close();
    }

    @Test
    void theNewestAreKnownBeforeAnythingIsRead() {
        add(
                traces.file(1, response(0, "a", "</s>").at(1)),
                traces.file(
                        2,
                        response(0, "b", "</s>").at(2),
                        response(1, "c", "</s>").at(2)));
        assertEquals(3, table.size());
        assertEquals(List.of("b</s>", "c</s>", "a</s>"), responses(table.newest()));
    }

    @Test
    void aRowHasWhatALineShows() {
        add(traces.file(
                7,
                response(3, "ä", "🙂").rewards(1, 0.5f).cut().check(1).sample(2).at(7)));
        RolloutRow row = table.rows(new int[] {0}).getFirst();
        assertEquals(7, row.file().step());
        assertEquals(0, row.row());
        assertEquals(3, row.promptIndex());
        assertEquals(2, row.sample());
        assertEquals("Prompt 3", row.prompt());
        assertEquals("ä🙂", row.response());
        assertEquals(1.5, row.totalReturn());
        assertEquals(2, row.length());
        assertEquals(TraceRow.Ended.LENGTH, row.ended());
        assertEquals(1, row.check().orElseThrow());
    }

    @Test
    void everyFilterKeepsItsOwn() {
        Track other = new Track("dpr", "sparse", 1);
        add(
                traces.file(
                        1,
                        response(0, "Größe", "</s>").rewards(1, 1).check(1).at(1),
                        response(1, "b").rewards(-3).cut().check(0).at(1)),
                traces.file(2, response(0, "c", "d", "</s>").rewards(0, 0, 1).at(2)),
                traces.file(
                        other,
                        2,
                        List.of(response(0, "e", "</s>").rewards(Float.NaN, 0).at(2))));
        table.index(Reading.WHOLE);
        RolloutFilter all = RolloutFilter.ALL;
        assertEquals("cdeGb", initials(all));
        assertEquals("e", initials(all.withTrack(Optional.of(other))));
        assertEquals("cde", initials(all.withSteps(new Limits(2, 9))));
        assertEquals("cdG", initials(all.withReturns(new Limits(0, Double.POSITIVE_INFINITY))));
        assertEquals("b", initials(all.withReturns(new Limits(Double.NEGATIVE_INFINITY, 0))));
        assertEquals("eG", initials(all.withLengths(Limits.only(2))));
        assertEquals("b", initials(all.withEnded(Optional.of(TraceRow.Ended.LENGTH))));
        assertEquals("cdeG", initials(all.withEnded(Optional.of(TraceRow.Ended.EOS))));
        assertEquals("G", initials(all.withCheck(RolloutFilter.Check.PASSED)));
        assertEquals("b", initials(all.withCheck(RolloutFilter.Check.FAILED)));
        assertEquals("cde", initials(all.withCheck(RolloutFilter.Check.NONE)));
        assertEquals("b", initials(all.withPrompt(OptionalInt.of(1))));
        assertEquals("G", initials(all.withText("GRÖSSE".replace("SS", "ß"))));
        assertEquals("b", initials(all.withText("prompt 1")));
        assertEquals("", initials(all.withText("it's % not there")));
    }

    @Test
    void sortedByReturnWhatIsNoNumberComesLastBothWays() {
        add(traces.file(
                1,
                response(0, "n").rewards(Float.NaN).at(1),
                response(0, "l").rewards(-1).at(1),
                response(0, "h").rewards(2).at(1),
                response(0, "i").rewards(Float.POSITIVE_INFINITY).at(1)));
        table.index(Reading.WHOLE);
        assertEquals("ihln", initials(RolloutFilter.ALL, RETURN));
        assertEquals("lhin", initials(RolloutFilter.ALL, new RolloutSort(RolloutSort.Column.RETURN, false)));
    }

    @Test
    void everyColumnSortsBothWays() {
        add(
                traces.file(1, response(1, "a", "</s>").rewards(1, 0).check(1).at(1)),
                traces.file(2, response(0, "b").rewards(2).cut().check(0).at(2)));
        table.index(Reading.WHOLE);
        for (RolloutSort.Column column : RolloutSort.Column.values()) {
            String up = initials(RolloutFilter.ALL, new RolloutSort(column, false));
            String down = initials(RolloutFilter.ALL, new RolloutSort(column, true));
            boolean equal = column == RolloutSort.Column.TRACK;
            assertEquals(equal ? down : new StringBuilder(down).reverse().toString(), up, column.name());
        }
    }

    @Test
    void groupsLieTogetherAndTellOfTheirResponses() {
        add(
                traces.file(
                        1,
                        response(0, "a").rewards(1).check(1).at(1),
                        response(1, "b").rewards(9).at(1)),
                traces.file(
                        2,
                        response(0, "c").rewards(3).check(0).at(2),
                        response(2, "d").rewards(Float.NaN).at(2)));
        table.index(Reading.WHOLE);
        RolloutOrder order = table.order(RolloutFilter.ALL, RETURN, true, Reading.WHOLE);
        assertEquals("bcad", initials(order));
        assertEquals(
                List.of("Prompt 1", "Prompt 0", "Prompt 2"),
                order.groups().stream().map(PromptGroup::text).toList());
        assertEquals(
                new PromptGroup(0, "Prompt 0", 1, 2, 2, 1, 3, 1, 2, 1, 2),
                order.groups().get(1));
        assertTrue(Double.isNaN(order.groups().get(2).meanReturn()));
        for (RolloutSort.Column column : RolloutSort.Column.values()) {
            assertEquals(
                    4,
                    table.order(RolloutFilter.ALL, new RolloutSort(column, true), true, Reading.WHOLE)
                            .ids()
                            .length);
        }
    }

    @Test
    void aTornFileIsNamedAndTheOthersAreRead() throws Exception {
        TraceFile torn = traces.file(2, response(0, "b", "</s>").at(2));
        byte[] whole = Files.readAllBytes(torn.path());
        Files.write(torn.path(), Arrays.copyOf(whole, whole.length / 2));
        TraceFile gone = new TraceFile(Traces.DPR, 3, 5, folder.resolve("gone.parquet"));
        add(
                traces.file(1, response(0, "a", "</s>").at(1)),
                torn,
                gone,
                traces.file(4, response(0, "d").at(4)));
        table.index(Reading.WHOLE);
        assertEquals("da", initials(RolloutFilter.ALL));
        assertEquals(
                List.of(torn, gone), table.leftOut().stream().map(LeftOut::file).toList());
        assertTrue(table.leftOut().getFirst().sentence().contains("dpr-2.parquet"));
        assertEquals("it is gone", table.leftOut().getLast().reason());
        assertEquals(List.of("d", "a</s>"), responses(table.newest()));
        assertEquals("a", initials(RolloutFilter.ALL.withText("A</")));
    }

    @Test
    void newFilesAreIndexedAndSearchedAlone() {
        add(traces.file(1, response(0, "a1").at(1)));
        table.index(Reading.WHOLE);
        assertEquals("a", initials(RolloutFilter.ALL.withText("1")));
        add(traces.file(2, response(0, "b1").at(2)));
        table.index(Reading.WHOLE);
        assertEquals("ba", initials(RolloutFilter.ALL.withText("1")));
        assertEquals(2, table.ofPrompt(0).size());
    }

    @Test
    void aCancelledSearchStartsAnewAndFindsEachOnce() {
        add(
                traces.file(1, response(0, "a").at(1)),
                traces.file(2, response(0, "a").at(2)));
        table.index(Reading.WHOLE);
        RolloutFilter filter = RolloutFilter.ALL.withText("a");
        assertThrows(
                CancellationException.class,
                () -> table.order(filter, RolloutSort.NEWEST, false, (done, total) -> done < total));
        assertEquals("aa", initials(filter));
    }

    @Test
    void theSamePromptIsFollowedOverTheSteps() {
        add(
                traces.file(
                        1,
                        response(0, "a").rewards(1).sample(1).at(1),
                        response(1, "b").at(1)),
                traces.file(5, response(0, "c", "d").rewards(2, 2).check(1).at(5)));
        table.index(Reading.WHOLE);
        List<PromptPoint> points = table.ofPrompt(0);
        assertEquals(List.of(1L, 5L), points.stream().map(p -> p.file().step()).toList());
        assertEquals(4, points.getLast().totalReturn());
        assertEquals(2, points.getLast().length());
        assertEquals(1, points.getLast().check().orElseThrow());
    }

    @Test
    void noFilesAreNoResponses() {
        table.index(Reading.WHOLE);
        assertEquals("", initials(RolloutFilter.ALL));
        assertEquals(0, table.newest().ids().length);
        assertEquals(
                List.of(),
                table.order(RolloutFilter.ALL, RETURN, true, Reading.WHOLE).groups());
    }

    private void add(TraceFile... files) {
        table.add(List.of(files));
    }

    private String initials(RolloutFilter filter) {
        return initials(filter, RolloutSort.NEWEST);
    }

    private String initials(RolloutFilter filter, RolloutSort sort) {
        return initials(table.order(filter, sort, false, Reading.WHOLE));
    }

    /// The first letters of the responses, without those of end tokens.
    private String initials(RolloutOrder order) {
        return String.join(
                "",
                responses(order).stream()
                        .map(text -> text.startsWith("cd") ? "cd" : text.substring(0, 1))
                        .toList());
    }

    private List<String> responses(RolloutOrder order) {
        return table.rows(order.ids()).stream().map(RolloutRow::response).toList();
    }
}
