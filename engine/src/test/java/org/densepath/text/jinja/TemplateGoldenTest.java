package org.densepath.text.jinja;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What transformers renders: nine templates over 19 contexts each, and 107 one-line templates.
class TemplateGoldenTest {
    @TestFactory
    Stream<DynamicTest> rendersAsTransformersDoes() throws Exception {
        JsonNode golden;
        try (InputStream file = getClass().getResourceAsStream("/golden/templates.json")) {
            golden = new ObjectMapper().readTree(file);
        }
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode template : golden.get("templates")) {
            for (JsonNode each : template.get("cases")) {
                String name =
                        template.get("name").asText() + ", " + each.get("name").asText();
                tests.add(DynamicTest.dynamicTest(
                        name, () -> check(template.get("template").asText(), each)));
            }
        }
        assertEquals(9 * 19 + 107, tests.size());
        return tests.stream();
    }

    private static void check(String text, JsonNode golden) {
        JsonNode moment = golden.get("strftime_now");
        LocalDateTime now = moment.isNull() ? null : LocalDateTime.parse(moment.asText());
        if (golden.has("error")) {
            TemplateException error = assertThrows(
                    TemplateException.class, () -> Template.parse(text).render(golden.get("context"), now));
            boolean raised = golden.at("/error/raised_by_template").asBoolean();
            assertEquals(raised, error.raisedByTemplate());
            assertTrue(error.line() > 0, "the error has no line");
            if (raised) {
                assertEquals(golden.at("/error/message").asText(), error.getMessage());
            }
            return;
        }
        Rendered rendered = Template.parse(text).render(golden.get("context"), now);
        assertEquals(golden.get("expected").asText(), rendered.text());
        List<Rendered.Span> spans = new ArrayList<>();
        golden.path("assistant_spans")
                .forEach(span -> spans.add(
                        new Rendered.Span(span.get(0).asInt(), span.get(1).asInt())));
        assertEquals(spans, rendered.assistantSpans());
    }
}
