package org.densepath.bench.judge;

import org.densepath.BadInputException;

/// How a judge is asked. `temperature` and `maxTokens` may be null: the benchmark's own; `repeats`: how often
/// each question is asked. `local`: that the judge is a model in memory, which answers with a label.
public record AskingSettings(Double temperature, Integer maxTokens, int repeats, boolean local) {
    /// Throws [BadInputException] for values that cannot be.
    public AskingSettings {
        if (temperature != null && !(temperature >= 0) || maxTokens != null && maxTokens < 1 || repeats < 1) {
            throw new BadInputException("--temperature must be 0 or more, --max-tokens and --repeats 1 or more.");
        }
    }

    double temperatureOr(double benchmarks) {
        return temperature == null ? benchmarks : temperature;
    }

    int maxTokensOr(int benchmarks) {
        return maxTokens == null ? benchmarks : maxTokens;
    }
}
