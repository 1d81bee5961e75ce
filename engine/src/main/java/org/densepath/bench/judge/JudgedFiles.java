package org.densepath.bench.judge;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.densepath.BadInputException;
import org.densepath.bench.BenchmarkPrompts;
import org.densepath.data.JsonRecords;
import org.densepath.data.Prompt;

/// The files that a judged benchmark is opened from. `data`: its file of prompts, or a folder with it and, for
/// MT-Bench, the judge's prompts and references; `baseline`, `template`, `references` (edited ones) and
/// `difficulties` may be null; `model`: whose answers they must be, or empty; `limit`: only the first prompts, 0
/// for all.
public record JudgedFiles(
        Path data,
        Path answers,
        Path baseline,
        Path template,
        Path references,
        Path difficulties,
        String model,
        int limit) {
    private static final List<String> TEMPLATES = List.of("mt_bench_judge_prompts.jsonl", "judge_prompts.jsonl");
    private static final List<String> REFERENCES =
            List.of("mt_bench_reference_gpt4.jsonl", "reference_answer/gpt-4.jsonl", "gpt-4.jsonl");

    /// Throws [BadInputException] where a file is missing, another benchmark's or another model's.
    JudgedBenchmark open(JudgedChoice choice, AskingSettings asking) {
        Path file = choice.prompts(data);
        List<Prompt> all = BenchmarkPrompts.read(file, 0);
        choice.check(all, file);
        List<Prompt> prompts = limit > 0 && limit < all.size() ? all.subList(0, limit) : all;
        TurnAnswers read = TurnAnswers.read(answers, all, model);
        if (choice == JudgedChoice.MT_BENCH) {
            return mtBench(prompts, read, asking);
        }
        TurnAnswers other = baseline(choice, file, all);
        PairQuestions pairs = new PairQuestions(prompts, read, other, template(choice, asking), asking);
        return switch (choice) {
            case ALPACA_EVAL -> new AlpacaEval(pairs, difficultiesOf(prompts));
            case LIMA -> new Lima(pairs);
            default -> new ArenaHard(choice.label(), pairs);
        };
    }

    /// Every file that the questions depend on, by what it is.
    Map<String, Path> read(JudgedChoice choice) {
        Map<String, Path> read = new LinkedHashMap<>();
        read.put("data", choice.prompts(data));
        read.put("answers", answers);
        read.put("baseline", baseline);
        boolean rated = choice == JudgedChoice.MT_BENCH;
        read.put("template", template == null && rated ? beside(TEMPLATES) : template);
        read.put("publishedReferences", rated ? beside(REFERENCES) : null);
        read.put("references", references);
        read.put("difficulties", difficulties);
        read.values().removeIf(Objects::isNull);
        return read;
    }

    private MtBench mtBench(List<Prompt> prompts, TurnAnswers read, AskingSettings asking) {
        if (baseline != null) {
            throw new BadInputException("mt-bench rates answers one by one; leave --baseline out.");
        }
        if (asking.local()) {
            throw new BadInputException("mt-bench needs a judge that writes ratings, and a local model only compares;"
                    + " name an endpoint.");
        }
        return new MtBench(prompts, read, templates(), new References(beside(REFERENCES), references), asking);
    }

    private JudgePrompts templates() {
        return JudgePrompts.read(template == null ? beside(TEMPLATES) : template);
    }

    /// A file of the data folder, or of the folder that the prompts are in.
    private Path beside(List<String> names) {
        Path folder = Files.isDirectory(data) ? data : data.toAbsolutePath().getParent();
        return JudgedChoice.in(folder, names).orElseThrow(() -> JudgedChoice.missing(folder, names));
    }

    /// AlpacaEval's own file holds the baseline's outputs too.
    private TurnAnswers baseline(JudgedChoice choice, Path file, List<Prompt> prompts) {
        if (baseline == null && choice != JudgedChoice.ALPACA_EVAL) {
            throw new BadInputException(
                    choice.label() + " compares two models; name the other one's answers by --baseline.");
        }
        return TurnAnswers.read(baseline == null ? file : baseline, prompts, "");
    }

    private JudgePrompt template(JudgedChoice choice, AskingSettings asking) {
        boolean labels = choice == JudgedChoice.ALPACA_EVAL || asking.local();
        String own = labels ? "labels" : choice == JudgedChoice.LIMA ? "pair" : "arena";
        if (template == null) {
            return JudgePrompts.own().named(own);
        }
        JudgePrompt given = JudgePrompts.read(template).namedOrOnly(choice == JudgedChoice.LIMA ? "pair-v2" : own);
        if (labels == given.labels().isEmpty()) {
            throw new BadInputException("The judge's prompt '" + given.name() + "' has "
                    + (labels
                            ? "no field labels with the two labels that the judge answers with; add it."
                            : "labels, and here the judge writes its verdict; give another."));
        }
        return given;
    }

    private Map<String, Double> difficultiesOf(List<Prompt> prompts) {
        Map<String, Double> byText = new HashMap<>();
        if (difficulties == null) {
            return byText;
        }
        for (JsonRecords.JsonRecord record : JsonRecords.read(difficulties).records()) {
            if (!record.fields().path("difficulty").isNumber()) {
                throw new BadInputException(difficulties + ", line " + record.line()
                        + ", has no difficulty; expected the fields instruction and difficulty.");
            }
            byText.put(
                    record.fields().path("instruction").asText(),
                    record.fields().path("difficulty").asDouble());
        }
        Map<String, Double> byKey = new HashMap<>();
        for (Prompt prompt : prompts) {
            Double difficulty = byText.get(prompt.text());
            if (difficulty == null) {
                throw new BadInputException(difficulties + " has no difficulty for '" + prompt.id()
                        + "'; add it, or leave --difficulties out.");
            }
            byKey.put(prompt.id(), difficulty);
        }
        return byKey;
    }
}
