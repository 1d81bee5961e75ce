package org.densepath.app.scoring;

import java.util.Map;
import java.util.Optional;

/// What some models say about a response: given as texts, which the models' tokenizer and template encode, or as
/// ids, which are scored as they are.
///
/// @param models as on the command line (`RUN:sft`, a path), at least one
/// @param promptText the prompt; empty when `ids` are given
/// @param answer the response's text, without its end token
/// @param ids prompt and response; empty when texts are given
/// @param promptLength how many of `ids` are the prompt
/// @param top how many of the likeliest tokens are wanted at each position; 0 for none
public record ScoreQuestion(
        Map<Role, String> models, Optional<String> promptText, String answer, int[] ids, int promptLength, int top) {
    public ScoreQuestion {
        models = Map.copyOf(models);
        if (models.isEmpty() || promptText.isPresent() == ids.length > 0 || top < 0) {
            throw new IllegalArgumentException("a question needs models, and either a prompt and an answer or ids");
        }
    }

    public static ScoreQuestion ofTexts(Map<Role, String> models, String prompt, String answer, int top) {
        return new ScoreQuestion(models, Optional.of(prompt), answer, new int[0], 0, top);
    }

    public static ScoreQuestion ofIds(Map<Role, String> models, int[] ids, int promptLength, int top) {
        return new ScoreQuestion(models, Optional.empty(), "", ids, promptLength, top);
    }
}
