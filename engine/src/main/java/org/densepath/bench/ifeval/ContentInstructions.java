package org.densepath.bench.ifeval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.densepath.bench.ifeval.text.PythonPattern;
import org.densepath.bench.ifeval.text.PythonText;

/// What must stand in a response, at its beginning, or at its end.
final class ContentInstructions {
    private static final Pattern PLACEHOLDER = PythonPattern.of("\\[.*?\\]");
    private static final List<String> ANSWERS = List.of("My answer is yes.", "My answer is no.", "My answer is maybe.");

    private ContentInstructions() {}

    static Instruction placeholders(Arguments arguments) {
        int asked = arguments.count("num_placeholders");
        return response -> PythonPattern.count(PLACEHOLDER, response) >= asked;
    }

    static Instruction postscript(Arguments arguments) {
        String marker = arguments.stripped("postscript_marker");
        String start =
                switch (marker) {
                    case "P.P.S" -> "p\\.\\s?p\\.\\s?s";
                    case "P.S." -> "p\\.\\s?s\\.";
                    default -> marker.toLowerCase(Locale.ROOT);
                };
        try {
            Pattern pattern = PythonPattern.multiline("\\s*" + start + ".*$");
            return response ->
                    pattern.matcher(response.toLowerCase(Locale.ROOT)).find();
        } catch (PatternSyntaxException e) {
            throw arguments.bad("postscript_marker", "a marker that is also a regular expression");
        }
    }

    static boolean constrained(String response) {
        return ANSWERS.stream().anyMatch(response::contains);
    }

    /// Two different responses with `******` between them.
    static boolean twoResponses(String response) {
        String[] parts = response.split(Pattern.quote("******"), -1);
        List<String> filled = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            if (!PythonText.isBlank(parts[i])) {
                filled.add(PythonText.strip(parts[i]));
            } else if (i > 0 && i < parts.length - 1) {
                return false;
            }
        }
        return filled.size() == 2 && !filled.getFirst().equals(filled.getLast());
    }

    static Instruction repeatPrompt(Arguments arguments) {
        String prompt = arguments.stripped("prompt_to_repeat").toLowerCase(Locale.ROOT);
        return response -> PythonText.strip(response).toLowerCase(Locale.ROOT).startsWith(prompt);
    }

    static Instruction end(Arguments arguments) {
        String phrase = arguments.stripped("end_phrase").toLowerCase(Locale.ROOT);
        return response -> PythonText.strip(PythonText.strip(response), '"')
                .toLowerCase(Locale.ROOT)
                .endsWith(phrase);
    }

    static boolean quotation(String response) {
        String stripped = PythonText.strip(response);
        return stripped.length() > 1 && stripped.startsWith("\"") && stripped.endsWith("\"");
    }
}
