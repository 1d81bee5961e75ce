package org.densepath.bench.judge;

import java.util.Map;
import org.densepath.data.Prompt;

/// How a judged benchmark has its prompts answered, unless the caller says otherwise. MT-Bench's temperatures are
/// FastChat's (Zheng et al. 2023), by category; the others' are read greedily.
public record AnsweringSettings(JudgedChoice choice) {
    /// Facts and sums cold, prose warm; what is not listed counts as prose.
    private static final Map<String, Double> BY_CATEGORY =
            Map.of("extraction", 0.0, "math", 0.0, "coding", 0.0, "reasoning", 0.0, "stem", 0.1, "humanities", 0.1);

    private static final double PROSE = 0.7;

    /// The temperature of a prompt's answers; 0 is greedy.
    public double temperature(Prompt prompt) {
        return choice == JudgedChoice.MT_BENCH ? BY_CATEGORY.getOrDefault(prompt.category(), PROSE) : 0;
    }

    /// The most tokens of an answer to one turn.
    public int maxNewTokens() {
        return switch (choice) {
            case MT_BENCH -> 1024;
            case ARENA_HARD_V0_1, ARENA_HARD_V2_0 -> 4096;
            case ALPACA_EVAL, LIMA -> 2048;
        };
    }

    /// How many answers a prompt gets, one after the other.
    public int turns(Prompt prompt) {
        return choice == JudgedChoice.MT_BENCH ? prompt.messages().size() : 1;
    }
}
