package org.densepath.app.bench;

import java.nio.file.Path;
import java.util.List;

/// Answers of several models to the same prompts, as a run's folder keeps them.
///
/// @param benchmark `held-out`, or the benchmark's name
/// @param way `greedy` or `sampled` for the run's held-out prompts, else empty
/// @param parts sorted by arm, then by seed
public record AnswerSet(String benchmark, String way, List<Part> parts) {
    static final String HELD_OUT = "held-out";

    /// One model's answers: `file` is their JSON lines; `stamp` changes when they, their checks or their verdicts
    /// do.
    public record Part(String arm, int seed, Path file, long stamp) {
        Path folder() {
            return file.getParent();
        }
    }

    public AnswerSet {
        parts = List.copyOf(parts);
    }

    /// What a person reads for it.
    public String title() {
        return way.isEmpty() ? benchmark : "Held-out prompts, " + way;
    }

    /// The same answers, made at another time.
    boolean sameAs(AnswerSet other) {
        return benchmark.equals(other.benchmark) && way.equals(other.way);
    }

    /// The seeds that have answers, the lowest first.
    public List<Integer> seeds() {
        return parts.stream().map(Part::seed).distinct().sorted().toList();
    }

    List<Part> ofSeed(int seed) {
        return parts.stream().filter(part -> part.seed() == seed).toList();
    }
}
