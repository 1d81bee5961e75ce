package org.densepath.text.jinja;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Templates with errors in them end with text or a [TemplateException], and they end.
class TemplateFuzzTest {
    private static final Limits SMALL = new Limits(200_000, 200_000, 800);
    private static final LocalDateTime NOW = LocalDateTime.of(2025, 3, 14, 9, 26, 53);
    private static final List<String> PIECES = List.of(
            "{{",
            "}}",
            "{%",
            "%}",
            "{#",
            "#}",
            "-",
            "+",
            "~",
            "*",
            "**",
            "//",
            "%",
            "|",
            ".",
            ",",
            ":",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "'",
            "\"",
            "\\",
            "\n",
            " ",
            "if",
            "else",
            "for",
            "in",
            "is",
            "not",
            "set",
            "endset",
            "endfor",
            "endif",
            "loop",
            "loop.length",
            "loop.last",
            "messages",
            "range(99999)",
            "none",
            "true",
            "0",
            "-1",
            "9999999999999999999",
            "1e400",
            "1.5",
            "'a'*99999",
            "[[]]*9999",
            "|list",
            "|join",
            "|map('upper')",
            "|selectattr('a','in')",
            "|sort",
            "|tojson(indent=3)",
            "|int",
            "|float",
            "|round(2)",
            "|length",
            "|first",
            "|last",
            "|e",
            "|safe",
            "|reverse",
            "|batch(2)",
            "|groupby('role')",
            "|unique",
            "|dictsort",
            "|format(1)",
            "|title",
            "|default",
            "|sum",
            "|items",
            ".split()",
            ".format(1)",
            ".items()",
            ".strip('a')",
            ".find('a')",
            ".get(1)",
            "[::-1]",
            "[1:]",
            "is defined",
            "is divisibleby 0",
            "namespace(a=1)",
            "{% break %}",
            "{% macro f(a) %}{{ f(a) }}{% endmacro %}{{ f(1) }}",
            "{% for x in messages recursive %}{{ loop(messages) }}{% endfor %}",
            "caller()",
            "varargs",
            "😀",
            "\u0000");

    private final List<String> templates = new ArrayList<>();
    private final List<Map<String, Object>> contexts = new ArrayList<>();

    TemplateFuzzTest() throws IOException {
        try (InputStream file = TemplateFuzzTest.class.getResourceAsStream("/golden/templates.json")) {
            JsonNode golden = new ObjectMapper().readTree(file).get("templates");
            golden.forEach(template -> templates.add(template.get("template").asText()));
            golden.get(0).get("cases").forEach(each -> {
                Map<String, Object> context = new LinkedHashMap<>();
                each.get("context").properties().forEach(entry -> context.put(entry.getKey(), entry.getValue()));
                contexts.add(context);
            });
        }
    }

    @Property(tries = 10_000, seed = "2510")
    void aMutatedTemplateRendersOrFailsAsATemplate(@ForAll long seed) {
        Random random = new Random(seed);
        String template = mutated(random);
        Map<String, Object> context = contexts.get(random.nextInt(contexts.size()));
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            try {
                assertNotNull(
                        Template.parse(template).render(context, NOW, SMALL).text());
            } catch (TemplateException expected) {
                assertNotNull(expected.getMessage());
            }
        });
    }

    private String mutated(Random random) {
        StringBuilder text = new StringBuilder(templates.get(random.nextInt(templates.size())));
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + random.nextInt(8));
            switch (random.nextInt(5)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(at, text.substring(at, end));
                case 2 -> text.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
                case 3 -> text.insert(at, fragment(random));
                default -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        return text.toString();
    }

    private String fragment(Random random) {
        String other = templates.get(random.nextInt(templates.size()));
        int start = random.nextInt(other.length());
        return other.substring(start, Math.min(other.length(), start + 1 + random.nextInt(40)));
    }
}
