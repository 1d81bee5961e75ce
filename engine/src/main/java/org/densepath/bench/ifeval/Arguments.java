package org.densepath.bench.ifeval;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.densepath.BadInputException;
import org.densepath.bench.ifeval.text.PythonPattern;
import org.densepath.bench.ifeval.text.PythonText;

/// The `kwargs` of one instruction. The published checker draws an argument that is missing by chance; here that
/// is bad input, since nothing could then be verified. A null counts as missing.
final class Arguments {
    private final String where;
    private final JsonNode fields;

    /// `where` begins a sentence: `prompts.jsonl, line 3: keywords:existence`.
    Arguments(String where, JsonNode fields) {
        this.where = where;
        this.fields = fields;
    }

    /// A number that is not negative.
    int count(String name) {
        JsonNode value = fields.path(name);
        if (!value.isNumber() || value.asDouble() < 0 || value.asDouble() != Math.rint(value.asDouble())) {
            throw bad(name, "a whole number from 0");
        }
        return value.asInt();
    }

    String text(String name) {
        JsonNode value = fields.path(name);
        if (!value.isTextual()) {
            throw bad(name, "a text");
        }
        return value.asText();
    }

    String stripped(String name) {
        return PythonText.strip(text(name));
    }

    List<String> texts(String name) {
        List<String> all = new ArrayList<>();
        for (JsonNode value : fields.path(name)) {
            if (!value.isTextual()) {
                throw bad(name, "a list of texts");
            }
            all.add(value.asText());
        }
        if (all.isEmpty()) {
            throw bad(name, "a list of texts");
        }
        return all;
    }

    /// `less than` or `at least` a number.
    DoublePredicate relation(String name, String number) {
        int bound = count(number);
        return switch (fields.path(name).asText()) {
            case "less than" -> n -> n < bound;
            case "at least" -> n -> n >= bound;
            default -> throw bad(name, "'less than' or 'at least'");
        };
    }

    /// The published checker reads keywords as regular expressions.
    Pattern pattern(String name, String source) {
        try {
            return PythonPattern.ignoringCase(source);
        } catch (PatternSyntaxException e) {
            throw bad(name, "a keyword that is also a regular expression");
        }
    }

    BadInputException bad(String name, String expected) {
        return new BadInputException(where + " has " + name + " " + fields.path(name) + "; expected " + expected + ".");
    }
}
