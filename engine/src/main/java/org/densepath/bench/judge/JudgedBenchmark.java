package org.densepath.bench.judge;

import java.util.List;
import org.densepath.bench.judge.verdict.Verdict;

/// A benchmark whose answers a judge rates or compares, open on one model's answers.
interface JudgedBenchmark {
    /// `mt-bench`.
    String name();

    /// Whose answers they are.
    String model();

    List<Question> questions();

    /// The main one first. Only judged verdicts count as values.
    List<JudgeScore> scores(List<Verdict> verdicts);

    /// What a reader of the scores must know, a sentence each.
    default List<String> notes() {
        return List.of();
    }
}
