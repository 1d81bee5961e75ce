package org.densepath.bench.judge;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.densepath.BadInputException;
import org.densepath.bench.BenchmarkPrompts;
import org.densepath.data.Prompt;

/// The benchmarks that need a judge: what they are called, which files of a data folder hold their prompts, and
/// how a prompt of theirs is told from others'.
public enum JudgedChoice {
    MT_BENCH("mt-bench", List.of("mt_bench_question.jsonl", "question.jsonl"), JudgedChoice::mtBench),
    ARENA_HARD_V0_1(
            "arena-hard-v0.1",
            List.of("arena_hard_v0.1_question.jsonl", "question.jsonl"),
            p -> p.fields().has("uid") && p.fields().has("cluster")),
    ARENA_HARD_V2_0(
            "arena-hard-v2.0",
            List.of("arena_hard_v2.0_question.jsonl", "question.jsonl"),
            p -> p.fields().has("uid") && p.fields().has("subcategory")),
    ALPACA_EVAL(
            "alpaca-eval",
            List.of("alpaca_eval.json"),
            p -> p.fields().has("instruction") && p.fields().has("generator")),
    LIMA(
            "lima",
            List.of("lima_test.jsonl", "test.jsonl"),
            p -> p.fields().has("conversations") || p.fields().has("instruction"));

    private final String label;
    private final List<String> files;
    private final Predicate<Prompt> own;

    JudgedChoice(String label, List<String> files, Predicate<Prompt> own) {
        this.label = label;
        this.files = files;
        this.own = own;
    }

    private static boolean mtBench(Prompt prompt) {
        return prompt.fields().path("turns").size() == 2;
    }

    /// Throws [BadInputException] when there is none of that name.
    public static JudgedChoice named(String name) {
        return Arrays.stream(values())
                .filter(choice -> choice.label.equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new BadInputException("There is no judged benchmark '" + name + "'; there are "
                        + Arrays.stream(values()).map(c -> c.label).collect(Collectors.joining(", ")) + "."));
    }

    public String label() {
        return label;
    }

    /// The first `limit` prompts (0: all) of `data`, a file or a folder with it. Throws [BadInputException] where
    /// one is another benchmark's, or has no category though scores are by category.
    public List<Prompt> open(Path data, int limit) {
        Path file = prompts(data);
        List<Prompt> all = BenchmarkPrompts.read(file, 0);
        check(all, file);
        return limit > 0 && limit < all.size() ? all.subList(0, limit) : all;
    }

    /// Whether one is called so.
    public static boolean isNamed(String name) {
        return Arrays.stream(values()).anyMatch(choice -> choice.label.equalsIgnoreCase(name));
    }

    boolean arenaHard() {
        return this == ARENA_HARD_V0_1 || this == ARENA_HARD_V2_0;
    }

    /// The file of prompts: `data` itself, or the one in that folder. Throws [BadInputException] when the folder
    /// has none.
    Path prompts(Path data) {
        return Files.isDirectory(data) ? in(data, files).orElseThrow(() -> missing(data, files)) : data;
    }

    /// The first of `names` that is in the folder.
    static Optional<Path> in(Path folder, List<String> names) {
        return names.stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
    }

    static BadInputException missing(Path folder, List<String> names) {
        return new BadInputException(
                "The folder " + folder + " has no " + String.join(" or ", names) + "; name another by --data.");
    }

    /// Throws [BadInputException] where a prompt is another benchmark's or has no category though its score is by
    /// category.
    void check(List<Prompt> prompts, Path file) {
        for (Prompt prompt : prompts) {
            String where = file + ", line " + prompt.line() + ",";
            if (!own.test(prompt)) {
                throw new BadInputException(
                        where + " is no prompt of " + label + "; name that benchmark's own file by" + " --data.");
            }
            if ((this == MT_BENCH || arenaHard()) && prompt.category().isBlank()) {
                throw new BadInputException(where + " has no category, by which " + label + " is scored; add it.");
            }
        }
    }
}
