package org.densepath.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.Callable;
import org.densepath.BadInputException;
import org.densepath.text.jinja.Rendered;
import org.densepath.text.jinja.Template;
import org.densepath.text.jinja.TemplateException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Chat templates rendered over given contexts, as `transformers` renders them.
@Command(
        name = "render",
        description = {
            "Render chat templates. A row is {\"template\": Jinja text, \"context\": {...}, \"now\": moment}; the"
                    + " context is everything that the template sees.",
            "now (like 2025-03-14T09:26:53) is what strftime_now tells; without it that function is not defined.",
            "The answer holds the text and spans: [start, end) in code points of each generation block."
        },
        footerHeading = "%nExamples:%n",
        footer = "  echo '{\"template\": \"Hi {{ name }}\", \"context\": {\"name\": \"you\"}}' | densepath data render")
final class RenderCommand implements Callable<Integer> {
    private static final int WINDOW = 256;

    private final Streams streams;

    @Mixin
    private RowOptions rows;

    RenderCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        RowStream<Rendered> stream = new RowStream<>(streams, WINDOW, RenderCommand::render, (all, _) -> all.stream()
                .map(row -> List.of(answer(row.content())))
                .toList());
        return rows.run(streams, stream::run);
    }

    private static Rendered render(ObjectNode row) {
        JsonNode text = row.path("template");
        JsonNode context = row.path("context");
        if (!text.isTextual()) {
            throw new BadInputException("'template' is missing or no text; expected Jinja text.");
        }
        if (!context.isMissingNode() && !context.isNull() && !context.isObject()) {
            throw new BadInputException("'context' is no object; expected what the template sees.");
        }
        try {
            return Template.parse(text.textValue()).render(context.isMissingNode() ? null : context, now(row));
        } catch (TemplateException e) {
            throw new BadInputException(
                    e.raisedByTemplate() ? e.getMessage() : "Line " + e.line() + ": " + e.getMessage(), e);
        }
    }

    private static LocalDateTime now(ObjectNode row) {
        if (!row.hasNonNull("now")) {
            return null;
        }
        try {
            return LocalDateTime.parse(row.get("now").asText());
        } catch (DateTimeParseException e) {
            throw new BadInputException(
                    "'now' is " + row.get("now") + "; expected a moment like 2025-03-14T09:26:53.", e);
        }
    }

    private static ObjectNode answer(Rendered rendered) {
        ObjectNode answer = RowStream.JSON.createObjectNode().put("text", rendered.text());
        ArrayNode spans = answer.putArray("spans");
        rendered.assistantSpans()
                .forEach(span -> spans.addArray().add(span.start()).add(span.end()));
        return answer;
    }
}
