package org.densepath.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.densepath.data.Prompt;

/// A benchmark that checks answers without a judge. It is open on one file of prompts.
public interface Benchmark {
    /// `ifeval`.
    String name();

    List<Prompt> prompts();

    /// How many tokens an answer may have, unless the caller says otherwise.
    int maxNewTokens();

    /// Whether an answer to one of the prompts is right as a whole.
    boolean right(Prompt prompt, Answer answer);

    /// The scores of answers that were matched to prompts. Throws [org.densepath.BadInputException] where there
    /// are too many answers to a prompt.
    Scores score(Map<Prompt, List<Answer>> answers, Path file);

    /// The scores of a file of answers. Throws [org.densepath.BadInputException] where it is not one to these
    /// prompts.
    default Scores score(Path answers) {
        return score(Answered.match(prompts(), Prompt::id, Prompt::text, AnswersFile.read(answers), answers), answers);
    }
}
