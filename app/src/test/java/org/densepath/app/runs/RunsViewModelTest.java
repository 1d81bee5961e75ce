package org.densepath.app.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.densepath.app.task.FakeRun;
import org.densepath.app.task.Notices;
import org.densepath.app.task.Tasks;
import org.densepath.run.Event;
import org.densepath.run.RunLock;
import org.densepath.run.RunNotes;
import org.densepath.run.RunTrash;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

class RunsViewModelTest {
    @TempDir
    Path home;

    /// The window's thread.
    private final ExecutorService window = Executors.newSingleThreadExecutor();

    private final Tasks tasks = new Tasks(window);
    private final Notices notices = new Notices();
    private final List<String> said = new ArrayList<>();
    private final List<Path> opened = new ArrayList<>();
    private Path runs;
    private RunsViewModel model;
    private boolean started;

    @BeforeEach
    void aLibrary() {
        runs = home.resolve("runs");
        notices.shownBy(notice -> said.add(notice.text()));
        RunOutside outside = new RunOutside(
                tasks,
                notices,
                RunTrash.in(home.resolve("Trash")),
                opened::add,
                _ -> {
                    throw new IllegalStateException("no worker here");
                },
                arguments -> String.join(" ", arguments),
                _ -> {},
                _ -> {},
                Optional.empty(),
                Optional.empty());
        model = new RunsViewModel(runs, home.resolve("sample-data").resolve("run"), outside, window);
    }

    @AfterEach
    void close() throws InterruptedException {
        model.close();
        tasks.close();
        window.shutdown();
        assertTrue(window.awaitTermination(10, TimeUnit.SECONDS));
    }

    @Test
    void runsAreListedInTheChosenOrder() throws Exception {
        run("b", run -> run.begin(4));
        run("a", FakeRun::whole);
        listed(2);
        assertEquals(List.of("a", "b"), names());
        on(() -> model.sort().set(RunSort.STATE));
        assertEquals(List.of("b", "a"), names());
        on(() -> model.sort().set(RunSort.SCORE));
        assertEquals(List.of("a", "b"), names());
        on(() -> model.sort().set(RunSort.OLDEST));
        assertEquals(List.of("b", "a"), names());
    }

    @Test
    void everyStateHasItsSentence() throws Exception {
        run("interrupted", run -> run.begin(4));
        run("stopped", run -> {
            run.begin(4);
            run.tell(new Event.RunStopped("stopped on request"));
        });
        run("failed", run -> {
            run.begin(4);
            run.tell(new Event.RunFailed("The loss is not finite.", "Lower dpr.learningRate."));
        });
        run("finished", run -> {
            run.whole();
            run.tell(new Event.ScoreComputed(
                    "held-out", "dpr", 1, "success_sampled_minus_sft", 0.041, 0.012, 0.07, 660, 0, 660));
        });
        run("prepared", _ -> {});
        Files.createDirectories(runs.resolve("2026-01-31-spoiled"));
        Files.writeString(runs.resolve("2026-01-31-spoiled").resolve("events.jsonl"), "");
        listed(6);

        assertEquals(
                "The worker is gone without a last word. Resume goes on from the last checkpoint.",
                sentence("interrupted"));
        assertEquals("Stopped on request. Resume goes on from the last checkpoint.", sentence("stopped"));
        assertEquals("The loss is not finite. Lower dpr.learningRate.", sentence("failed"));
        assertEquals(
                "Finished. DPR is ahead of SFT: +4.1 points [+1.2, +7.0] of success, sampled.", sentence("finished"));
        assertEquals("The folder is there; no worker has begun.", sentence("prepared"));
        assertTrue(sentence("spoiled").contains("has no experiment.json"));
        assertEquals(Standing.UNREADABLE, row("spoiled").standing().get());
    }

    @Test
    void whatIsChosenStaysChosenWhileRunsComeAndGo() throws Exception {
        run("a", FakeRun::whole);
        run("b", FakeRun::whole);
        listed(2);
        on(() -> model.choose(List.of(row("a"))));
        run("c", FakeRun::whole);
        listed(3);
        assertEquals(List.of(row("a")), List.copyOf(model.chosen()));
        on(() -> model.query().set("no such run"));
        assertEquals(0, model.chosen().size());
    }

    @Test
    void aNoteIsWrittenSoonAndAtTheLatestWhenTheWindowCloses() throws Exception {
        run("a", FakeRun::whole);
        listed(1);
        on(() -> model.keep(row("a"), new RunNotes(List.of("paper"), "first")));
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> RunNotes.read(folder("a")).note().equals("first"));
        on(() -> model.keep(row("a"), new RunNotes(List.of("paper"), "second")));
        model.close();
        assertEquals("second", RunNotes.read(folder("a")).note());
        assertEquals(List.of("paper"), model.tags());
    }

    @Test
    void whatCannotBeDoneSaysWhy() throws Exception {
        run("a", FakeRun::whole);
        FakeRun busy = FakeRun.create(runs, "busy");
        try (busy;
                RunLock _ = RunLock.acquire(busy.folder().lock())) {
            busy.begin(3);
            listed(2);
            on(() -> model.choose(List.of()));
            assertEquals("No run is chosen in the library.", why(RunDeed.OPEN));
            on(() -> model.choose(List.of(row("a"))));
            assertEquals("All of its stages are done.", why(RunDeed.RESUME));
            assertEquals("No worker is at work on this run.", why(RunDeed.STOP));
            assertEquals("", why(RunDeed.TRASH));
            on(() -> model.choose(List.of(row("busy"))));
            assertEquals("A worker is at work on it: stop it first.", why(RunDeed.TRASH));
            assertEquals("A worker is at work on it already.", why(RunDeed.RESUME));
            on(() -> model.choose(List.of(row("a"), row("busy"))));
            assertEquals("Several runs are chosen; choose one.", why(RunDeed.OPEN));
        }
    }

    @Test
    void aRunIsOpened() throws Exception {
        run("a", FakeRun::whole);
        listed(1);
        on(() -> model.act(RunDeed.OPEN));

        assertEquals(List.of(folder("a")), opened);
    }

    @Test
    void aWorkerThatDoesNotStartIsSaid() throws Exception {
        run("a", run -> run.begin(4));
        Files.writeString(folder("a").resolve("experiment.json"), "{\"arms\":[\"dpr\"]}");
        listed(1);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> window.submit(
                        () -> why(RunDeed.RESUME).isEmpty())
                .get());
        on(() -> model.act(RunDeed.RESUME));
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> window.submit(() -> said.size() == 1)
                .get());

        assertTrue(said.getFirst().contains("no worker here"), said.getFirst());
    }

    private interface Filling {
        void fill(FakeRun run) throws IOException;
    }

    private void run(String name, Filling filling) throws IOException {
        try (FakeRun run = FakeRun.create(runs, name)) {
            filling.fill(run);
        }
    }

    private void listed(int expected) throws Exception {
        if (!started) {
            started = true;
            model.start();
        }
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> window.submit(() -> model.rows().size() == expected)
                        .get());
        // a run that has just been made is seen whole at the next look
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> window.submit(() -> model.rows().stream()
                        .noneMatch(row -> row.standing().get() == Standing.NOT_STARTED
                                && !row.folder().endsWith("2026-01-31-prepared")))
                .get());
    }

    private RunRow row(String name) {
        return model.rows().stream()
                .filter(row -> row.folder().equals(folder(name)))
                .findFirst()
                .orElseThrow();
    }

    private Path folder(String name) {
        return runs.resolve("2026-01-31-" + name);
    }

    private List<String> names() throws Exception {
        return window.submit(
                        () -> model.rows().stream().map(RunWords::folderName).toList())
                .get();
    }

    private String sentence(String name) throws Exception {
        Callable<String> look = () -> RunWords.sentence(row(name));
        return window.submit(look).get();
    }

    private String why(RunDeed deed) {
        return model.hindrance(deed).orElse("");
    }

    private void on(Runnable work) throws Exception {
        window.submit(work).get();
    }
}
