package org.densepath.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.densepath.BadInputException;
import org.densepath.experiment.LoadedModel;
import org.densepath.experiment.ModelShelf;
import org.densepath.model.Generator;
import org.densepath.model.Randomness;
import org.densepath.model.SamplingSettings;
import org.densepath.tensor.Torch;

/// Answers the requests of `densepath serve`, with the models on a shelf.
final class ServeAnswers {
    static final List<String> KINDS = List.of("score", "generate", "tokenize", "cancel", "models", "unload");

    private final Torch torch;
    private final ModelShelf shelf;

    ServeAnswers(Torch torch, ModelShelf shelf) {
        this.torch = torch;
        this.shelf = shelf;
    }

    /// The answer's fields. `interim` takes lines that come before it. Throws [BadInputException] for a request
    /// that cannot be used, and [ServeRequest.Cancelled].
    ObjectNode answer(ServeRequest request, Consumer<ObjectNode> interim) {
        request.obeyCancel();
        return switch (request.kind()) {
            case "score" -> score(request);
            case "generate" -> generate(request, interim);
            case "tokenize" -> tokenize(request);
            // the queue has seen it already
            case "cancel" -> RowStream.JSON.createObjectNode().put("done", true);
            case "models" -> models();
            case "unload" ->
                RowStream.JSON
                        .createObjectNode()
                        .put("unloaded", shelf.drop(request.fields().has("model") ? request.text("model") : null));
            default -> throw new BadInputException("'do' is '" + request.kind() + "'; expected one of " + KINDS + ".");
        };
    }

    private ObjectNode score(ServeRequest request) {
        Map<String, String> names = names(request.fields().path("models"));
        int top = request.whole("top", 0, 0);
        List<LoadedModel> loaded = shelf.withWeights(List.copyOf(names.values()));
        Map<String, LoadedModel> roles = new LinkedHashMap<>();
        for (String role : names.keySet()) {
            roles.put(role, loaded.get(roles.size()));
        }
        ObjectNode answer = new ServedScores(roles, top).answer(request);
        names.forEach((role, name) -> ((ObjectNode) answer.at("/models/" + role)).put("model", name));
        return answer;
    }

    /// The models by role, π_SFT first where it is named: its tokenizer is the one that `densepath score` uses.
    private static Map<String, String> names(JsonNode models) {
        models.fieldNames().forEachRemaining(role -> {
            if (!ServedScores.ROLES.contains(role) || !models.get(role).isTextual()) {
                throw new BadInputException("'models' has '" + role + "': " + models.get(role) + "; expected the roles "
                        + ServedScores.ROLES + ", each with a model's name.");
            }
        });
        Map<String, String> names = new LinkedHashMap<>();
        for (String role : ServedScores.ROLES) {
            if (models.has(role)) {
                names.put(role, models.get(role).textValue());
            }
        }
        if (names.isEmpty()) {
            throw new BadInputException(
                    "'models' names no model; expected {\"sft\": …, \"reference\": …, \"policy\": …}"
                            + " or some of them.");
        }
        return names;
    }

    private ObjectNode generate(ServeRequest request, Consumer<ObjectNode> interim) {
        LoadedModel model = shelf.withWeights(List.of(request.text("model"))).getFirst();
        boolean greedy = request.fields().path("greedy").asBoolean();
        SamplingSettings settings = SamplingSettings.sampling(
                greedy ? 0 : request.number("temperature", 1),
                request.number("topP", 1),
                request.whole("maxTokens", 256, 1),
                request.whole("samples", 1, 1),
                model.endIds());
        RowFields.Prompt prompt = new RowFields(model).prompt(request.fields());
        boolean telling = request.fields().path("progress").asBoolean();
        int[] steps = new int[1];
        GeneratedRows rows = new GeneratedRows(
                model,
                null,
                new Generator(model.model()),
                settings,
                new Randomness(request.fields().path("seed").asLong(1)),
                1);
        List<ObjectNode> lines = rows.answer(List.of(new RowStream.Row<>(0, prompt)), ended -> {
                    request.obeyCancel();
                    if (telling) {
                        interim.accept(RowStream.JSON
                                .createObjectNode()
                                .put("progress", Math.min(1.0, (double) ++steps[0] / settings.maxNewTokens()))
                                .put("ended", ended));
                    }
                })
                .getFirst();
        ObjectNode answer = RowStream.JSON.createObjectNode();
        RowFields.put(answer, "promptIds", prompt.ids());
        ArrayNode answers = answer.putArray("answers");
        lines.forEach(line -> answers.add(line.without(List.of("prompt", "warnings"))));
        RowFields.putWarnings(answer, prompt.warnings());
        return answer;
    }

    private ObjectNode tokenize(ServeRequest request) {
        LoadedModel model = shelf.tokenizerOf(request.text("model"));
        return TokenizeCommand.answer(model.tokenizer(), TokenizeCommand.read(request.fields()));
    }

    private ObjectNode models() {
        ObjectNode answer = RowStream.JSON.createObjectNode();
        answer.put("device", torch.device().name()).put("threads", torch.threads());
        ArrayNode models = answer.putArray("models");
        shelf.kept()
                .forEach((path, bytes) ->
                        models.addObject().put("path", path.toString()).put("weightBytes", bytes));
        return answer;
    }
}
