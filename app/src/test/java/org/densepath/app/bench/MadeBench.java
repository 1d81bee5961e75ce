package org.densepath.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.densepath.app.task.FolderCopy;
import org.densepath.bench.judge.verdict.Outcome;
import org.densepath.bench.judge.verdict.Verdict;
import org.densepath.bench.judge.verdict.VerdictFile;
import org.densepath.bench.localise.TokenPair;

/// A copy of the sample run in a home's `runs`, with made-up answers and verdicts of two judges.
final class MadeBench {
    private static final Path ROOT =
            Path.of(System.getProperty("densepath.root", "..")).toAbsolutePath().normalize();
    static final int PROMPTS = 40;

    private MadeBench() {}

    static void sample(Path home) throws IOException {
        if (!Files.exists(home.resolve("sample-data"))) {
            Files.createSymbolicLink(home.resolve("sample-data"), ROOT.resolve("sample-data"));
        }
    }

    /// The sample run, copied, so that a test may write into it.
    static Path copy(Path home) throws IOException {
        sample(home);
        Path run = home.resolve("runs").resolve("2026-01-31-demo");
        Files.createDirectories(run.getParent());
        FolderCopy.of(ROOT.resolve("sample-data/run"), run);
        return run;
    }

    /// Takes all answers away.
    static void empty(Path run) throws IOException {
        try (Stream<Path> all = Files.walk(run.resolve("bench"))) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /// Answers of DPR and SFT to `lima`, and what two judges said of DPR's: prompt `q0` is turned by the order.
    static void judged(Path run) throws IOException {
        Path dpr = run.resolve("bench/lima/dpr-seed-1");
        answers(dpr, "I would begin with a list of what matters to you");
        answers(run.resolve("bench/lima/sft-seed-1"), "Begin somewhere");
        verdicts("judge-a", 1).write(dpr.resolve("verdicts.jsonl"));
        Files.createDirectories(dpr.resolve("judge-b"));
        verdicts("judge-b", 2).write(dpr.resolve("judge-b").resolve("verdicts.jsonl"));
    }

    /// Pairs of right and wrong sums, as `bench localise` writes them: of one in four r̂ misses the error.
    static void localised(Path run) throws IOException {
        Path folder = run.resolve("bench/localise");
        Files.createDirectories(folder);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < PROMPTS; i++) {
            List<String> right = List.of(" " + i, " and", " one", " is", " " + (i + 1), "<end>");
            List<String> wrong = List.of(" " + i, " and", " one", " is", " " + (i + 3), "<end>");
            boolean missed = i % 4 == 0;
            float[] reward = {0.1f, missed ? -2 : 0.2f, 0.3f, 0.1f * (i % 3), -1, 0.2f};
            float[] logp = {-1, -0.5f, -0.3f, -0.2f, -3, -0.1f};
            lines.append(new TokenPair(
                                    "line-" + i,
                                    i % 2 == 0 ? "number" : "name",
                                    "How many are " + i + " and one?",
                                    new int[] {i, 901, 902, 903, i + 1, 0},
                                    right,
                                    new float[] {0.1f, 0.2f, 0.3f, 0.1f, 0.9f, 0.2f},
                                    new int[] {i, 901, 902, 903, i + 3, 0},
                                    wrong,
                                    4,
                                    5,
                                    reward,
                                    logp,
                                    new float[] {1, 1, 1, 0.5f + 0.1f * (i % 5), 2, 1})
                            .row())
                    .append('\n');
        }
        Files.writeString(folder.resolve("tokens.jsonl"), lines);
        Files.writeString(
                folder.resolve("settings.json"), "{\"model\":\"run:sft\",\"reference\":\"run:reference\",\"seed\":1}");
    }

    private static void answers(Path folder, String text) throws IOException {
        Files.createDirectories(folder);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < PROMPTS; i++) {
            lines.append("""
                {"key":"q%d","prompt":"How do I plan a week, number %d?","response":"%s, then %d steps follow.",\
                "ended":"end","tokens":9,"model":"m"}
                """.formatted(i, i, text, i));
        }
        Files.writeString(folder.resolve("answers.jsonl"), lines);
    }

    private static VerdictFile verdicts(String judge, long seed) {
        Random random = new Random(seed);
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < PROMPTS; i++) {
            boolean first = i == 0 || random.nextDouble() < 0.6;
            boolean second = i != 0 && (random.nextDouble() < 0.8 ? first : !first);
            verdicts.add(verdict(i, Verdict.MODEL, first));
            verdicts.add(i == 7 ? unparsed(i) : verdict(i, Verdict.BASELINE, second));
        }
        return new VerdictFile("lima", judge, verdicts);
    }

    private static Verdict verdict(int i, String first, boolean won) {
        String label = won == first.equals(Verdict.MODEL) ? "[[A]]" : "[[B]]";
        String words = "Answer " + label + " says more about what was asked.";
        return new Verdict("q" + i, "", 1, first, 0, Outcome.JUDGED, won ? 1 : 0, 1, label, "", words, 60 + i, 40);
    }

    private static Verdict unparsed(int i) {
        String reason = "the reply holds no verdict";
        return new Verdict(
                "q" + i, "", 1, Verdict.BASELINE, 0, Outcome.UNPARSED, Double.NaN, 1, "", reason, "Hm.", 60 + i, 40);
    }
}
