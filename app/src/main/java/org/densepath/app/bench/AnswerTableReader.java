package org.densepath.app.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.densepath.BadInputException;
import org.densepath.bench.judge.audit.CheckFile;
import org.densepath.bench.judge.verdict.Verdict;
import org.densepath.bench.judge.verdict.VerdictFile;

/// Puts the answers of all arms of a seed side by side. A file that cannot be read is told of and left out.
final class AnswerTableReader {
    private final Map<String, AnswerFile.Asked> first = new LinkedHashMap<>();
    private final Map<String, Map<String, ArmAnswers>> byPrompt = new LinkedHashMap<>();
    private final List<String> arms = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private AnswerTableReader() {}

    /// @param references right answers by the prompt's text
    static AnswerTable read(AnswerSet set, int seed, Map<String, String> references) {
        AnswerTableReader reader = new AnswerTableReader();
        set.ofSeed(seed).forEach(reader::add);
        List<PromptLine> lines = reader.byPrompt.entrySet().stream()
                .map(entry -> reader.line(entry.getKey(), entry.getValue(), references))
                .toList();
        return new AnswerTable(reader.arms, lines, measure(lines), reader.problems);
    }

    private PromptLine line(String key, Map<String, ArmAnswers> byArm, Map<String, String> references) {
        AnswerFile.Asked asked = first.get(key);
        return new PromptLine(key, asked.prompt(), asked.family(), references.getOrDefault(asked.prompt(), ""), byArm);
    }

    private void add(AnswerSet.Part part) {
        try {
            Map<String, AnswerFile.Asked> read = AnswerFile.read(part.file());
            Map<String, Boolean> checks = checks(part.folder());
            Map<String, List<Judgement>> judgements = judgements(part.folder());
            arms.add(part.arm());
            read.forEach((key, asked) -> {
                first.putIfAbsent(key, asked);
                List<KeptAnswer> answers = asked.answers().stream()
                        .map(answer -> answer.checked() || !checks.containsKey(key)
                                ? answer
                                : answer.withCheck(checks.get(key)))
                        .toList();
                byPrompt.computeIfAbsent(key, _ -> new LinkedHashMap<>())
                        .put(part.arm(), new ArmAnswers(answers, judgements.getOrDefault(key, List.of())));
            });
        } catch (BadInputException e) {
            problems.add(e.getMessage());
        }
    }

    private Map<String, Boolean> checks(Path folder) {
        Path file = folder.resolve("checks.jsonl");
        try {
            return Files.exists(file) ? CheckFile.read(file) : Map.of();
        } catch (BadInputException e) {
            problems.add(e.getMessage());
            return Map.of();
        }
    }

    private Map<String, List<Judgement>> judgements(Path folder) {
        Map<String, List<Judgement>> byKey = new LinkedHashMap<>();
        for (Path file : verdictFiles(folder)) {
            try {
                VerdictFile verdicts = VerdictFile.read(file);
                verdicts.verdicts().stream()
                        .collect(Collectors.groupingBy(Verdict::key))
                        .forEach((key, of) -> byKey.computeIfAbsent(key, _ -> new ArrayList<>())
                                .add(new Judgement(verdicts.judge(), of)));
            } catch (BadInputException e) {
                problems.add(e.getMessage());
            }
        }
        return byKey;
    }

    /// Of a part of a run: in its folder, and of further judges in folders below.
    static List<Path> verdictFiles(Path folder) {
        return Stream.concat(Stream.of(folder), AnswerSets.folders(folder).stream())
                .map(one -> one.resolve("verdicts.jsonl"))
                .filter(Files::isRegularFile)
                .toList();
    }

    private static Measure measure(List<PromptLine> lines) {
        List<ArmAnswers> all =
                lines.stream().flatMap(line -> line.byArm().values().stream()).toList();
        if (all.stream().anyMatch(ArmAnswers::checked)) {
            return Measure.CHECK;
        }
        return all.stream()
                .flatMap(answers -> answers.judgements().stream())
                .findFirst()
                .map(judgement -> judgement.compares() ? Measure.SHARE : Measure.RATING)
                .orElse(Measure.NONE);
    }
}
