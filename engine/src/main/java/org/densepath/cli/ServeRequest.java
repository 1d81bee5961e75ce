package org.densepath.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.densepath.BadInputException;
import org.densepath.data.JsonLineReader;

/// A line that was asked of `densepath serve`, and whether it was given up meanwhile.
final class ServeRequest {
    private final JsonLineReader.Line line;
    private volatile boolean cancelled;

    /// Gives up a request between two of its parts.
    static final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1;

        Cancelled() {
            super("It was cancelled.", null, false, false);
        }
    }

    ServeRequest(JsonLineReader.Line line) {
        this.line = line;
    }

    /// The name that the request gave itself, which its answers repeat; null where it has none.
    JsonNode id() {
        return line.problem() == null && line.fields().has("id") ? line.fields().get("id") : NullNode.getInstance();
    }

    /// Throws [BadInputException] when the line is no JSON object.
    ObjectNode fields() {
        if (line.problem() != null) {
            throw new BadInputException("Line " + line.number() + " " + line.problem() + ".");
        }
        return line.fields();
    }

    /// What is asked for: `score`, `generate`, … Throws [BadInputException] when the line does not say.
    String kind() {
        JsonNode kind = fields().path("do");
        if (!kind.isTextual()) {
            throw new BadInputException("'do' is missing or no text; expected one of " + ServeAnswers.KINDS + ".");
        }
        return kind.textValue();
    }

    /// A field that must be there, as text.
    String text(String field) {
        JsonNode value = fields().path(field);
        if (!value.isTextual()) {
            throw new BadInputException("'" + field + "' is missing or no text; expected a model's name.");
        }
        return value.textValue();
    }

    /// A whole number of at least `least`; `otherwise` where the field is not there.
    int whole(String field, int otherwise, int least) {
        JsonNode value = fields().path(field);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isInt() || value.intValue() < least) {
            throw new BadInputException(
                    "'" + field + "' is " + value + "; expected a whole number from " + least + " on.");
        }
        return value.intValue();
    }

    /// A number; `otherwise` where the field is not there.
    double number(String field, double otherwise) {
        JsonNode value = fields().path(field);
        if (!value.isMissingNode() && !value.isNumber()) {
            throw new BadInputException("'" + field + "' is " + value + "; expected a number.");
        }
        return value.asDouble(otherwise);
    }

    void cancel() {
        cancelled = true;
    }

    /// Throws [Cancelled] when the request was given up.
    void obeyCancel() {
        if (cancelled) {
            throw new Cancelled();
        }
    }
}
