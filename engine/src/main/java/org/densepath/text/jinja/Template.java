package org.densepath.text.jinja;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A Jinja template as Hugging Face `transformers` (4.57, jinja2 3.1.6) renders chat templates: immutable
/// sandbox, `trim_blocks`, `lstrip_blocks`, `break` and `continue`, `{% generation %}`, its own `tojson`,
/// `raise_exception`, `strftime_now`. Left out, as a chat template is one file: `extends`, `include`, `import`,
/// `block`, `autoescape`. Rendering keeps nothing: one template may be used by several threads.
public final class Template {
    private final String text;
    private final List<Statement> body;

    private Template(String text, List<Statement> body) {
        this.text = text;
        this.body = body;
    }

    /// Throws [TemplateException] with the line where the text is not a template.
    public static Template parse(String text) {
        return new Template(text, Parser.parse(text));
    }

    public String text() {
        return text;
    }

    /// `context` is everything the template sees: maps, lists, text, numbers, truth values, null and [JsonNode].
    /// `now` is what `strftime_now` tells; when null that function does not exist. Throws [TemplateException].
    public Rendered render(Map<String, ?> context, LocalDateTime now) {
        return render(context, now, Limits.USUAL);
    }

    /// As above, with a JSON object: whole numbers stay whole, keys keep their order. Null or JSON null is an
    /// empty context.
    public Rendered render(JsonNode context, LocalDateTime now) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (context != null && !context.isNull()) {
            if (!context.isObject()) {
                throw new IllegalArgumentException(
                        "a template's context is a JSON object, not " + context.getNodeType());
            }
            context.properties().forEach(entry -> values.put(entry.getKey(), entry.getValue()));
        }
        return render(values, now);
    }

    Rendered render(Map<String, ?> context, LocalDateTime now, Limits limits) {
        Budget budget = new Budget(limits);
        Scope given = new Scope(Globals.scope(now, budget));
        context.forEach((name, value) -> given.set(name, Conversion.of(value)));
        Interpreter interpreter = new Interpreter(budget);
        Output out = new Output(budget, false);
        try {
            interpreter.render(body, new Scope(given), out);
        } catch (TemplateException e) {
            throw e.at(interpreter.line());
        } catch (StackOverflowError overflow) {
            throw TemplateException.tooDeep(overflow, interpreter.line());
        }
        return out.rendered();
    }
}
