package org.densepath.bench.ifeval;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.densepath.BadInputException;
import org.densepath.bench.Answer;
import org.densepath.bench.Benchmark;
import org.densepath.bench.Score;
import org.densepath.bench.Scores;
import org.densepath.data.Prompt;

/// IFEval (Zhou et al. 2023, arXiv 2311.07911): the share of prompts whose instructions are all followed, and the
/// share of instructions that are, each strictly and loosely; and the latter for each kind.
public final class Ifeval implements Benchmark {
    /// As the paper generated.
    private static final int TOKENS = 1280;

    private final Map<Prompt, IfevalPrompt> prompts = new LinkedHashMap<>();

    /// Throws [BadInputException] where a prompt cannot be verified.
    public Ifeval(List<Prompt> prompts, Path file) {
        prompts.forEach(
                prompt -> this.prompts.put(prompt, IfevalPrompt.of(prompt, file + ", line " + prompt.line() + ",")));
    }

    @Override
    public String name() {
        return "ifeval";
    }

    @Override
    public List<Prompt> prompts() {
        return List.copyOf(prompts.keySet());
    }

    @Override
    public int maxNewTokens() {
        return TOKENS;
    }

    /// The verdict on each prompt's answer.
    public Map<IfevalPrompt, IfevalVerdict> verdicts(Map<Prompt, List<Answer>> answers, Path file) {
        Map<IfevalPrompt, IfevalVerdict> verdicts = new LinkedHashMap<>();
        answers.forEach((prompt, of) -> {
            if (of.size() > 1) {
                throw new BadInputException(file + ", line " + of.get(1).line()
                        + ", is a second sample of the prompt; IFEval takes one answer a prompt.");
            }
            verdicts.put(
                    prompts.get(prompt),
                    prompts.get(prompt).verdict(of.getFirst().text()));
        });
        return verdicts;
    }

    @Override
    public boolean right(Prompt prompt, Answer answer) {
        return prompts.get(prompt).verdict(answer.text()).allStrict();
    }

    @Override
    public Scores score(Map<Prompt, List<Answer>> answers, Path file) {
        Map<IfevalPrompt, IfevalVerdict> verdicts = verdicts(answers, file);
        List<IfevalVerdict> all = List.copyOf(verdicts.values());
        List<Score> scores = new ArrayList<>();
        scores.add(Scores.mean("prompt_strict", shares(all, v -> v.allStrict() ? 1 : 0)));
        scores.add(instructions("instruction_strict", all, IfevalVerdict::strict));
        scores.add(Scores.mean("prompt_loose", shares(all, v -> v.allLoose() ? 1 : 0)));
        scores.add(instructions("instruction_loose", all, IfevalVerdict::loose));
        kinds(verdicts, "_strict", IfevalVerdict::strict, scores);
        return new Scores(name(), all.size(), scores);
    }

    private static double[] shares(List<IfevalVerdict> all, ToDoubleFunction<IfevalVerdict> share) {
        return all.stream().mapToDouble(share).toArray();
    }

    private static Score instructions(
            String name, List<IfevalVerdict> all, Function<IfevalVerdict, List<Boolean>> way) {
        return Scores.ratio(
                name,
                shares(
                        all,
                        v -> way.apply(v).stream().filter(Boolean::booleanValue).count()),
                shares(all, v -> way.apply(v).size()));
    }

    private static void kinds(
            Map<IfevalPrompt, IfevalVerdict> verdicts,
            String suffix,
            Function<IfevalVerdict, List<Boolean>> way,
            List<Score> scores) {
        Map<String, List<Double>> byKind = new TreeMap<>();
        verdicts.forEach((prompt, verdict) -> {
            for (int i = 0; i < prompt.instructionIds().size(); i++) {
                byKind.computeIfAbsent(prompt.instructionIds().get(i), _ -> new ArrayList<>())
                        .add(way.apply(verdict).get(i) ? 1.0 : 0.0);
            }
        });
        byKind.forEach((kind, followed) -> scores.add(Scores.mean(
                kind + suffix,
                followed.stream().mapToDouble(Double::doubleValue).toArray())));
    }
}
