package org.densepath.bench.ifeval;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.densepath.bench.ifeval.text.PythonPattern;
import org.densepath.bench.ifeval.text.PythonText;

/// Markdown and JSON.
final class FormatInstructions {
    private static final Pattern STAR = PythonPattern.multiline("^\\s*\\*[^\\*].*$");
    private static final Pattern DASH = PythonPattern.multiline("^\\s*-.*$");
    private static final Pattern ITALIC = PythonPattern.of("\\*[^\\n\\*]*\\*");
    private static final Pattern BOLD = PythonPattern.of("\\*\\*[^\\n\\*]*\\*\\*");
    private static final Pattern TITLE = PythonPattern.of("<<[^\\n]+>>");
    /// What Python's `json` reads: NaN and the infinities too, and numbers of up to 4,300 digits.
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNumberLength(4300).build())
            .build();

    private FormatInstructions() {}

    static Instruction bullets(Arguments arguments) {
        int asked = arguments.count("num_bullets");
        return response -> PythonPattern.count(STAR, response) + PythonPattern.count(DASH, response) == asked;
    }

    static Instruction highlights(Arguments arguments) {
        int asked = arguments.count("num_highlights");
        return response -> filled(ITALIC, response, text -> PythonText.strip(text, '*'))
                        + filled(BOLD, response, text -> text.substring(2, text.length() - 2))
                >= asked;
    }

    private static long filled(Pattern pattern, String response, UnaryOperator<String> inner) {
        return pattern.matcher(response)
                .results()
                .map(MatchResult::group)
                .map(inner)
                .filter(text -> !PythonText.isBlank(text))
                .count();
    }

    static Instruction sections(Arguments arguments) {
        int asked = arguments.count("num_sections");
        try {
            Pattern start = PythonPattern.of("\\s?" + arguments.stripped("section_spliter") + "\\s?\\d+\\s?");
            return response -> PythonPattern.count(start, response) >= asked;
        } catch (PatternSyntaxException e) {
            throw arguments.bad("section_spliter", "a word that is also a regular expression");
        }
    }

    static boolean json(String response) {
        String text = PythonText.strip(response);
        for (String fence : List.of("```json", "```Json", "```JSON", "```")) {
            text = text.startsWith(fence) ? text.substring(fence.length()) : text;
        }
        text = text.endsWith("```") ? text.substring(0, text.length() - 3) : text;
        return isJson(PythonText.strip(text));
    }

    private static boolean isJson(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() == null) {
                return false;
            }
            parser.skipChildren();
            // a number is complete only where it is read
            parser.getText();
            return parser.nextToken() == null;
        } catch (IOException e) {
            return false;
        }
    }

    static boolean title(String response) {
        return TITLE.matcher(response)
                .results()
                .map(MatchResult::group)
                .map(title -> PythonText.stripEnd(PythonText.stripStart(title, '<'), '>'))
                .anyMatch(title -> !PythonText.isBlank(title));
    }
}
