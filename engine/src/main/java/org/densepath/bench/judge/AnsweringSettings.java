package org.densepath.bench.judge;

import java.util.Map;
import org.densepath.data.Prompt;

/// How a judged benchmark has its prompts answered, unless the caller says otherwise. Sources: MT-Bench,
/// FastChat's `fastchat/llm_judge/common.py` (`temperature_config`; 0.7 for what is not listed) and
/// `gen_api_answer.py` (1,024 tokens, a question's own `required_temperature` first); Arena-Hard,
/// `config/gen_answer_config.yaml` of `lmarena/arena-hard-auto` (v0.1: temperature 0, 4,096 tokens; v2.0 leaves
/// both to each model's configuration); AlpacaEval, `models_configs` of `tatsu-lab/alpaca_eval`, where each model
/// has its own (2,048 tokens for `alpaca-7b` and `llama-2-7b-chat-hf`, at temperature 0.7). LIMA's are a choice.
public record AnsweringSettings(JudgedChoice choice) {
    /// Facts and sums cold, prose warm; what is not listed counts as prose.
    private static final Map<String, Double> BY_CATEGORY =
            Map.of("extraction", 0.0, "math", 0.0, "coding", 0.0, "reasoning", 0.0, "stem", 0.1, "humanities", 0.1);

    private static final double PROSE = 0.7;

    /// The temperature of a prompt's answers; 0 is greedy.
    public double temperature(Prompt prompt) {
        if (choice != JudgedChoice.MT_BENCH) {
            return 0;
        }
        double byCategory = BY_CATEGORY.getOrDefault(prompt.category(), PROSE);
        return prompt.fields().path("required_temperature").asDouble(byCategory);
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
