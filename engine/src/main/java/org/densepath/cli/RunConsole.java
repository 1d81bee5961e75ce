package org.densepath.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.densepath.experiment.ScoreTable;
import org.densepath.run.Event;
import org.densepath.run.EventLine;
import org.densepath.run.RunFolder;
import org.densepath.run.RunState;

/// What a person at a terminal sees of a run: the stage and its progress with the time to go, warnings, and the
/// table of results. All on the error stream; with `--json` every event goes to the output as it is written to
/// the run folder.
final class RunConsole implements Consumer<EventLine>, AutoCloseable {
    private static final List<String> COLUMNS =
            List.of("success_greedy", "success_sampled", "return_sampled", "length_sampled", "reference_logp");

    private final Streams streams;
    private final boolean json;
    private final RunState state = RunState.of(List.of());
    private Progress progress;
    private String stage = "";
    private long steps;

    RunConsole(Streams streams, boolean json) {
        this.streams = streams;
        this.json = json;
    }

    /// Takes an event of before, without a word.
    void remember(EventLine line) {
        state.apply(line);
    }

    @Override
    public void accept(EventLine line) {
        state.apply(line);
        if (json) {
            streams.out().println(line.json());
            streams.out().flush();
        }
        switch (line.event()) {
            case Event.StageStarted s -> begin(s);
            case Event.StepFinished s -> step(s);
            case Event.StageFinished s -> end();
            case Event.Warning w -> say("warning: " + w.what() + (w.whatToDo().isEmpty() ? "" : " " + w.whatToDo()));
            case Event.RunStopped s -> say(s.sentence());
            default -> {}
        }
    }

    private void begin(Event.StageStarted s) {
        end();
        stage = name(s.stage(), s.arm()) + (s.seed() == 1 ? "" : ", seed " + s.seed());
        steps = s.steps();
        progress = new Progress(streams);
        say(stage + (steps > 0 ? ": " + steps + " steps" : ""));
    }

    private void step(Event.StepFinished s) {
        if (progress != null && s.step() > 0) {
            Double loss = s.metrics().getOrDefault("sft/loss", s.metrics().get("self-play/loss"));
            String value = loss != null
                    ? String.format(Locale.ROOT, "loss %.3f", loss)
                    : String.format(
                            Locale.ROOT,
                            "return %+.3f, KL %.4f",
                            s.metrics().getOrDefault("dpr/return_mean", Double.NaN),
                            s.metrics().getOrDefault("dpr/kl_sft", Double.NaN));
            progress.at((double) s.step() / steps, stage + " " + s.step() + "/" + steps + ", " + value);
        }
    }

    private void end() {
        if (progress != null) {
            progress.close();
            progress = null;
        }
    }

    private void say(String sentence) {
        if (progress != null) {
            progress.close();
        }
        streams.err().println(sentence);
    }

    static String name(String stage, String arm) {
        return switch (stage) {
            case "sft" -> "SFT";
            case "dpr" -> arm.equals("dpr") ? "DPR" : "DPR, " + arm;
            case "self-play" -> arm;
            case "continued-sft" -> "continued SFT";
            case "worth" -> "worth of the reward";
            case "evaluation" -> "evaluation of " + arm;
            default -> stage;
        };
    }

    /// The table of a run's results, and what it says of each arm against π_SFT.
    void results(RunFolder folder, PrintStream to) {
        ScoreTable table = ScoreTable.of(state, folder);
        List<String> columns =
                COLUMNS.stream().filter(table.columns()::contains).toList();
        if (columns.isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("held-out prompts"));
        columns.forEach(c -> head.add(ScoreTable.label(c) + (c.startsWith("success") ? ", %" : "")));
        rows.add(head);
        for (ScoreTable.Row row : table.rows()) {
            List<String> cells = new ArrayList<>(List.of(row.arm()));
            for (String c : columns) {
                ScoreTable.Cell cell = row.cells().get(c);
                cells.add(cell == null ? "" : ScoreTable.text(c, cell));
            }
            rows.add(cells);
        }
        print(rows, to);
        table.rows().forEach(row -> verdicts(row, to));
    }

    private static void print(List<List<String>> rows, PrintStream to) {
        int[] width = new int[rows.getFirst().size()];
        for (List<String> row : rows) {
            for (int i = 0; i < width.length; i++) {
                width[i] = Math.max(width[i], row.get(i).length());
            }
        }
        to.println();
        for (int r = 0; r < rows.size(); r++) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < width.length; i++) {
                String cell = rows.get(r).get(i);
                line.append(cell).append(" ".repeat(width[i] - cell.length() + 3));
            }
            to.println(line.toString().stripTrailing());
            if (r == 0) {
                to.println("-".repeat(line.toString().stripTrailing().length()));
            }
        }
    }

    private static void verdicts(ScoreTable.Row row, PrintStream to) {
        for (String way : List.of("greedy", "sampled")) {
            ScoreTable.Cell d = row.cells().get("success_" + way + "_minus_sft");
            if (d != null) {
                String verdict = d.low() > 0 ? "ahead of SFT" : d.high() < 0 ? "behind SFT" : "not told apart from SFT";
                to.printf(
                        Locale.ROOT,
                        "%s, %s: %+.1f points [%+.1f, %+.1f] on the same prompts: %s.%n",
                        row.arm(),
                        way,
                        100 * d.value(),
                        100 * d.low(),
                        100 * d.high(),
                        verdict);
            }
        }
    }

    @Override
    public void close() {
        end();
    }
}
