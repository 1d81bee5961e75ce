package org.densepath.bench.gsm8k;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.densepath.BadInputException;
import org.densepath.bench.Answer;
import org.densepath.bench.Benchmark;
import org.densepath.bench.Scores;
import org.densepath.data.Prompt;

/// GSM8K (Cobbe et al. 2021, arXiv 2110.14168): the share of answers whose final number is the reference's. Of
/// several answers to a question the mean counts.
public final class Gsm8k implements Benchmark {
    private static final int TOKENS = 512;

    private final Map<Prompt, BigDecimal> references = new LinkedHashMap<>();

    /// Throws [BadInputException] where a prompt has no reference with a number after `####`.
    public Gsm8k(List<Prompt> prompts, Path file) {
        for (Prompt prompt : prompts) {
            BigDecimal reference = prompt.reference()
                    .filter(text -> text.contains("####"))
                    .flatMap(FinalNumber::of)
                    .orElseThrow(() -> new BadInputException(file + ", line " + prompt.line()
                            + ", is no question of GSM8K; expected question, and answer with #### and a number."));
            references.put(prompt, reference);
        }
    }

    @Override
    public String name() {
        return "gsm8k";
    }

    @Override
    public List<Prompt> prompts() {
        return List.copyOf(references.keySet());
    }

    @Override
    public int maxNewTokens() {
        return TOKENS;
    }

    @Override
    public boolean right(Prompt prompt, Answer answer) {
        return isRight(references.get(prompt), answer.text());
    }

    @Override
    public Scores score(Map<Prompt, List<Answer>> answers, Path file) {
        double[] right = answers.entrySet().stream()
                .mapToDouble(entry -> entry.getValue().stream()
                        .mapToDouble(answer -> isRight(references.get(entry.getKey()), answer.text()) ? 1 : 0)
                        .average()
                        .orElseThrow())
                .toArray();
        return new Scores(name(), answers.size(), List.of(Scores.mean("exact_match", right)));
    }

    /// Whether the answer's final number is the reference.
    static boolean isRight(BigDecimal reference, String answer) {
        return FinalNumber.of(answer).equals(Optional.of(reference));
    }
}
