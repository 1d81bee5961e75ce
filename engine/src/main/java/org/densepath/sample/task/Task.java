package org.densepath.sample.task;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/// An instruction with a right answer and a check that tells right answers from wrong ones. As JSON: `{"family":
/// "add", "prompt": …, "answer": …, "check": {"kind": …, …}}`.
@JsonPropertyOrder({"family", "prompt", "answer", "check"})
public record Task(String family, String prompt, String answer, Check check) {
    private static final Pattern NOT_COMPARED = Pattern.compile("[^a-z0-9+\\- ]");
    private static final Pattern BLANKS = Pattern.compile(" +");

    public Task {
        TaskFamily.named(family);
        Objects.requireNonNull(prompt, "prompt");
        Objects.requireNonNull(answer, "answer");
        if (!check.accepts(answer)) {
            throw new IllegalArgumentException("the check of \"" + prompt + "\" refuses its own answer " + answer);
        }
    }

    /// Whether the response solves the task. Blanks around it do not count; that it ended with the end token is
    /// for the caller to see, who has the ids.
    public boolean accepts(String response) {
        return check.accepts(response.strip());
    }

    /// The prompt by which two tasks count as the same: lower case, letters, digits, + and - only, single blanks.
    public String key() {
        return key(prompt);
    }

    /// A prompt's text as [#key()] spells it.
    public static String key(String prompt) {
        String compared = NOT_COMPARED.matcher(prompt.toLowerCase(Locale.ROOT)).replaceAll(" ");
        return BLANKS.matcher(compared.strip()).replaceAll(" ");
    }
}
