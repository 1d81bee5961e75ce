package org.densepath.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.densepath.BadInputException;
import org.densepath.checkpoint.ModelFiles;
import org.densepath.text.jinja.Rendered;
import org.densepath.text.jinja.Template;
import org.densepath.text.jinja.TemplateException;

/// How a model wants a conversation written: its Jinja template and its special tokens, rendered as transformers'
/// `apply_chat_template` does. A model without a template gets [#plain].
public final class ChatTemplate {
    private static final List<String> SPECIAL_TOKENS =
            List.of("bos_token", "eos_token", "unk_token", "sep_token", "pad_token", "cls_token", "mask_token");

    private static final String PLAIN_NAME = "plain";

    /// Headers end with a newline, so that an answer's first token never starts with the header's last blank.
    private static final String PLAIN_TEXT = """
        {{ bos_token }}
        {%- for message in messages -%}
            {{ message.role | capitalize }}:{{ '\\n' }}
            {%- if message.role == 'assistant' -%}
                {% generation %}{{ message.content }}{{ eos_token }}{% endgeneration %}
            {%- else -%}
                {{ message.content }}
            {%- endif -%}
            {{ '\\n\\n' }}
        {%- endfor -%}
        {%- if add_generation_prompt %}{{ 'Assistant:\\n' }}{% endif -%}
        """;

    private final String name;
    private final Template template;
    private final Map<String, Object> specialTokens;
    private final LocalDateTime now;

    private ChatTemplate(String name, Template template, Map<String, Object> specialTokens, LocalDateTime now) {
        this.name = Objects.requireNonNull(name, "name");
        this.template = template;
        this.specialTokens = Collections.unmodifiableMap(new LinkedHashMap<>(specialTokens));
        this.now = now;
    }

    /// `specialTokens` are what the template sees besides the conversation (`bos_token`, `eos_token`, …). Throws
    /// [BadInputException] with the line where `jinjaText` is not a template.
    public static ChatTemplate of(String name, String jinjaText, Map<String, Object> specialTokens) {
        try {
            return new ChatTemplate(name, Template.parse(jinjaText), specialTokens, null);
        } catch (TemplateException e) {
            throw new BadInputException(
                    "The chat template of " + name + " cannot be read: line " + e.line() + ": " + e.getMessage()
                            + "; correct it in tokenizer_config.json.",
                    e);
        }
    }

    /// The template in the model's tokenizer configuration: `chat_template` as text, or the one named `default`
    /// (else the only one) of a list of `{name, template}`. Without one, [#plain] with the model's special
    /// tokens.
    public static ChatTemplate of(ModelFiles files) {
        ObjectNode config = files.tokenizerConfig();
        Map<String, Object> tokens = specialTokens(config);
        String text = templateText(config.path("chat_template"), files.name());
        return text == null ? plain(tokens) : of(files.name(), text, tokens);
    }

    /// The template named `plain`, for models that have none. Each message is its role, capitalised, with a colon
    /// and a newline; its content as it is; and an empty line:
    /// ```
    /// System:
    /// Be brief.
    ///
    /// User:
    /// Hello
    ///
    /// Assistant:
    /// Hi!</s>
    ///
    /// ```
    /// The beginning-of-sequence token, where the model has one, opens the text; the end-of-sequence token closes
    /// each answer and is part of its span. The generation prompt is `Assistant:` and a newline.
    public static ChatTemplate plain(Map<String, Object> specialTokens) {
        return of(PLAIN_NAME, PLAIN_TEXT, specialTokens);
    }

    private static String templateText(JsonNode templates, String model) {
        if (templates.isMissingNode() || templates.isNull()) {
            return null;
        }
        if (templates.isTextual()) {
            return templates.textValue();
        }
        List<String> names = new ArrayList<>();
        for (JsonNode each : templates) {
            if (each.path("name").asText().equals("default") || templates.size() == 1) {
                return each.path("template").asText();
            }
            names.add(each.path("name").asText());
        }
        throw new BadInputException("The tokenizer configuration of " + model + " has chat templates named " + names
                + " but none named \"default\"; name the one to use so.");
    }

    /// A token is text or an object with `content`; one that is absent or null is left out, as transformers does.
    private static Map<String, Object> specialTokens(ObjectNode config) {
        Map<String, Object> tokens = new LinkedHashMap<>();
        for (String key : SPECIAL_TOKENS) {
            String text = tokenText(config.path(key));
            if (text != null) {
                tokens.put(key, text);
            }
        }
        List<String> more = new ArrayList<>();
        config.path("additional_special_tokens").forEach(token -> more.add(tokenText(token)));
        more.removeIf(Objects::isNull);
        if (!more.isEmpty()) {
            tokens.put("additional_special_tokens", more);
        }
        return tokens;
    }

    private static String tokenText(JsonNode token) {
        return token.isObject() ? token.path("content").textValue() : token.textValue();
    }

    /// The model's name, or `plain` for a model without a template of its own.
    public String name() {
        return name;
    }

    /// Whether this is the template for models that have none.
    public boolean isPlain() {
        return template.text().equals(PLAIN_TEXT);
    }

    /// The Jinja text.
    public String text() {
        return template.text();
    }

    /// The same template with `strftime_now` telling `moment` always. Without this it tells the time of each
    /// rendering, as transformers does, and a dated prompt changes from one day to the next.
    public ChatTemplate at(LocalDateTime moment) {
        return new ChatTemplate(name, template, specialTokens, Objects.requireNonNull(moment, "moment"));
    }

    /// The conversation as text, with the opening of an answer at its end if asked for. Throws
    /// [BadInputException] when the template refuses it or fails.
    public String render(List<Message> messages, boolean addGenerationPrompt) {
        return render(context(messages, addGenerationPrompt)).text();
    }

    /// What [#render(List, boolean)] gives the template besides the special tokens; `tools` and `documents` are
    /// passed as null, as transformers does. The map is the caller's to add to.
    public static Map<String, Object> context(List<Message> messages, boolean addGenerationPrompt) {
        List<Map<String, Object>> turns = new ArrayList<>();
        for (Message message : messages) {
            Map<String, Object> turn = new LinkedHashMap<>();
            turn.put("role", message.role());
            turn.put("content", message.content());
            turns.add(turn);
        }
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("messages", turns);
        context.put("tools", null);
        context.put("documents", null);
        context.put("add_generation_prompt", addGenerationPrompt);
        return context;
    }

    /// Text and assistant spans for a context of maps, lists, text, numbers, truth values, null and JSON nodes.
    /// The special tokens are added to it; its own values win. Throws [BadInputException] as above.
    public Rendered render(Map<String, ?> context) {
        Map<String, Object> all = new LinkedHashMap<>(specialTokens);
        all.putAll(context);
        try {
            return template.render(all, now == null ? LocalDateTime.now() : now);
        } catch (TemplateException e) {
            throw new BadInputException(
                    e.raisedByTemplate()
                            ? "The chat template of " + name + " refuses this conversation: " + e.getMessage()
                            : "The chat template of " + name + " fails at line " + e.line() + ": " + e.getMessage(),
                    e);
        }
    }
}
