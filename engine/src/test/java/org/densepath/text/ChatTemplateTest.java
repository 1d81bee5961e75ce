package org.densepath.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.densepath.BadInputException;
import org.densepath.checkpoint.ModelFiles;
import org.densepath.checkpoint.WeightFile;
import org.densepath.text.jinja.Rendered;
import org.junit.jupiter.api.Test;

class ChatTemplateTest {
    private static final List<Message> TALK = List.of(
            new Message("system", "Be brief."), new Message("user", "Hello 😀"), new Message("assistant", "Hi!"));

    @Test
    void rendersTheConversationWithTheModelsOwnTemplate() {
        ChatTemplate template = ChatTemplate.of(model("""
            {"chat_template": "{{ bos_token }}{% for m in messages %}[{{ m.role }}]{{ m.content }}{% endfor %}",
             "bos_token": "<s>"}\
            """));
        assertEquals("<s>[system]Be brief.[user]Hello 😀[assistant]Hi!", template.render(TALK, false));
        assertEquals("tiny", template.name());
        assertFalse(template.isPlain());
    }

    @Test
    void readsTheDefaultOneOfSeveralTemplates() {
        ChatTemplate template = ChatTemplate.of(model("""
            {"chat_template": [{"name": "tool_use", "template": "tools"}, {"name": "default", "template": "talk"}]}\
            """));
        assertEquals("talk", template.render(TALK, false));
        assertEquals("talk", template.text());
    }

    @Test
    void refusesSeveralTemplatesWithoutADefault() {
        ModelFiles model = model("{\"chat_template\": [{\"name\": \"a\", \"template\": \"\"}, {\"name\": \"b\"}]}");
        BadInputException error = assertThrows(BadInputException.class, () -> ChatTemplate.of(model));
        assertTrue(error.getMessage().contains("[a, b]"), error.getMessage());
    }

    @Test
    void readsASpecialTokenGivenAsAnObject() {
        ChatTemplate template = ChatTemplate.of(model("""
            {"chat_template": "{{ eos_token }}{{ pad_token is defined }}",
             "eos_token": {"content": "</s>", "lstrip": false}, "pad_token": null}\
            """));
        assertEquals("</s>False", template.render(TALK, false));
    }

    @Test
    void saysPlainWhenTheModelHasNoTemplate() {
        ChatTemplate template = ChatTemplate.of(model("{\"bos_token\": \"<s>\", \"eos_token\": \"</s>\"}"));
        assertEquals("plain", template.name());
        assertTrue(template.isPlain());
        assertEquals(
                "<s>System:\nBe brief.\n\nUser:\nHello 😀\n\nAssistant:\nHi!</s>\n\n", template.render(TALK, false));
    }

    @Test
    void plainPromptIsWhereTheAnswerOfTheWholeConversationBegins() {
        ChatTemplate template = ChatTemplate.plain(Map.of("eos_token", "</s>"));
        String prompt = template.render(TALK.subList(0, 2), true);
        assertEquals("System:\nBe brief.\n\nUser:\nHello 😀\n\nAssistant:\n", prompt);
        assertEquals(prompt + "Hi!</s>\n\n", template.render(TALK, false));
    }

    @Test
    void plainMarksTheAnswerAndItsEndTokenInCodePoints() {
        Rendered rendered = ChatTemplate.plain(Map.of("eos_token", "</s>")).render(ChatTemplate.context(TALK, false));
        int start = rendered.text().codePointCount(0, rendered.text().indexOf("Hi!"));
        assertEquals(List.of(new Rendered.Span(start, start + 7)), rendered.assistantSpans());
    }

    @Test
    void passesToolsAndDocumentsAsNone() {
        ChatTemplate template =
                ChatTemplate.of("t", "{{ tools is defined }}{{ documents }}{{ add_generation_prompt }}", Map.of());
        assertEquals("TrueNoneTrue", template.render(TALK, true));
    }

    @Test
    void ownValuesOfTheContextWinOverSpecialTokens() {
        ChatTemplate template = ChatTemplate.of("t", "{{ eos_token }}{{ x.y }}", Map.of("eos_token", "a"));
        assertEquals(
                "b1",
                template.render(Map.of("eos_token", "b", "x", Map.of("y", 1))).text());
    }

    @Test
    void tellsTheMomentItIsSetTo() {
        ChatTemplate template = ChatTemplate.of("t", "{{ strftime_now('%-d %B %Y') }}", Map.of());
        assertEquals(
                "1 July 2024", template.at(LocalDateTime.of(2024, 7, 1, 12, 0)).render(TALK, false));
        assertTrue(template.render(TALK, false).matches("\\d+ \\w+ 20\\d\\d"));
    }

    @Test
    void namesTemplateAndMessageWhenTheTemplateRefuses() {
        ChatTemplate template = ChatTemplate.of("mini", "{{ raise_exception('only users') }}", Map.of());
        BadInputException error = assertThrows(BadInputException.class, () -> template.render(TALK, false));
        assertEquals("The chat template of mini refuses this conversation: only users", error.getMessage());
    }

    @Test
    void namesTheLineWhenTheTemplateFails() {
        ChatTemplate template = ChatTemplate.of("mini", "a\n{{ 'a' + 1 }}", Map.of());
        BadInputException error = assertThrows(BadInputException.class, () -> template.render(TALK, false));
        assertEquals(
                "The chat template of mini fails at line 2: can only concatenate str (not \"int\") to str",
                error.getMessage());
    }

    @Test
    void refusesATextThatIsNoTemplate() {
        BadInputException error =
                assertThrows(BadInputException.class, () -> ChatTemplate.of("mini", "\n\n{% if %}", Map.of()));
        assertTrue(
                error.getMessage().contains("mini cannot be read: line 3: expected an expression"), error.getMessage());
    }

    private static ModelFiles model(String tokenizerConfig) {
        return new ModelFiles() {
            @Override
            public String name() {
                return "tiny";
            }

            @Override
            public ObjectNode config() {
                throw new UnsupportedOperationException();
            }

            @Override
            public ObjectNode generationConfig() {
                throw new UnsupportedOperationException();
            }

            @Override
            public WeightFile weights() {
                throw new UnsupportedOperationException();
            }

            @Override
            public Optional<String> tokenizerJson() {
                return Optional.empty();
            }

            @Override
            public ObjectNode tokenizerConfig() {
                try {
                    return (ObjectNode) new ObjectMapper().readTree(tokenizerConfig);
                } catch (Exception e) {
                    throw new IllegalArgumentException(e);
                }
            }

            @Override
            public void close() {}
        };
    }
}
