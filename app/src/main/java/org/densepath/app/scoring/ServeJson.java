package org.densepath.app.scoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Questions and answers as `densepath serve` writes them (docs/cli.md).
final class ServeJson {
    private ServeJson() {}

    static ObjectNode request(ScoreQuestion question) {
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("do", "score");
        ObjectNode models = request.putObject("models");
        question.models().forEach((role, model) -> models.put(name(role), model));
        if (question.promptText().isPresent()) {
            request.put("prompt", question.promptText().get()).put("answer", question.answer());
        } else {
            var ids = request.putArray("ids");
            for (int id : question.ids()) {
                ids.add(id);
            }
            request.put("promptLength", question.promptLength());
        }
        return request.put("top", question.top());
    }

    static ObjectNode request(GenerateQuestion question) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("do", "generate")
                .put("model", question.model())
                .put("prompt", question.prompt())
                .put("temperature", question.temperature())
                .put("topP", question.topP())
                .put("samples", question.samples())
                .put("maxTokens", question.maxTokens())
                .put("seed", question.seed())
                .put("progress", true);
    }

    /// @param top how many of each model's likeliest tokens were asked for
    static Scored scored(JsonNode answer, int top) {
        List<List<Alternative>> alternatives = new ArrayList<>();
        answer.path("alternatives").forEach(here -> {
            List<Alternative> all = new ArrayList<>();
            here.forEach(token -> all.add(alternative(token)));
            alternatives.add(all);
        });
        Map<Role, ModelScores> models = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            JsonNode one = answer.path("models").path(name(role));
            if (!one.isMissingNode()) {
                models.put(role, modelScores(role, one, alternatives, top));
            }
        }
        return new Scored(
                ints(answer.path("ids")),
                answer.path("promptLength").asInt(),
                texts(answer.path("tokens")),
                texts(answer.path("promptTokens")),
                models,
                floats(answer.path("reward")),
                floats(answer.path("return")));
    }

    private static ModelScores modelScores(Role role, JsonNode one, List<List<Alternative>> alternatives, int top) {
        Comparator<Alternative> likeliest =
                Comparator.comparing((Alternative a) -> a.logp().get(role)).reversed();
        return new ModelScores(
                one.path("model").asText(),
                floats(one.path("logp")),
                floats(one.path("entropy")),
                ints(one.path("rank")),
                alternatives.stream()
                        .map(here -> here.stream().sorted(likeliest).limit(top).toList())
                        .toList());
    }

    private static Alternative alternative(JsonNode token) {
        Map<Role, Float> logp = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            JsonNode one = token.path("logp").path(name(role));
            if (!one.isMissingNode()) {
                logp.put(role, number(one));
            }
        }
        return new Alternative(token.path("id").asInt(), token.path("token").asText("#" + token.path("id")), logp);
    }

    static List<Generated> generated(JsonNode answer) {
        List<Generated> all = new ArrayList<>();
        answer.path("answers")
                .forEach(one -> all.add(new Generated(
                        one.path("text").asText(),
                        ints(one.path("ids")),
                        floats(one.path("logp")),
                        one.path("ended").asText().equals("end"))));
        return all;
    }

    private static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static int[] ints(JsonNode list) {
        int[] values = new int[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.get(i).asInt();
        }
        return values;
    }

    private static float[] floats(JsonNode list) {
        float[] values = new float[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = number(list.get(i));
        }
        return values;
    }

    /// JSON has no infinity: what is not finite is written as text.
    private static float number(JsonNode value) {
        return value.isTextual() ? Float.parseFloat(value.textValue()) : value.floatValue();
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
