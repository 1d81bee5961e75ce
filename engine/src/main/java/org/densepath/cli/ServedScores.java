package org.densepath.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.densepath.experiment.LoadedModel;
import org.densepath.model.LikeliestTokens;
import org.densepath.model.ScoredStates;
import org.densepath.model.SequenceScores;
import org.densepath.tensor.Scope;
import org.densepath.text.CharacterGroups;
import org.densepath.text.TokenSequence;

/// One sequence under several models, each with its role, and what else could have stood at each position.
///
/// @param roles `reference`, `sft`, `policy`, each with the model that plays it; the first one's tokenizer is used
/// @param top how many of each model's likeliest tokens are among the alternatives; 0 leaves them out
record ServedScores(Map<String, LoadedModel> roles, int top) {
    static final String REFERENCE = "reference";
    static final String SFT = "sft";
    static final List<String> ROLES = List.of(SFT, REFERENCE, "policy");

    /// Throws [org.densepath.BadInputException] as [RowFields#answered].
    ObjectNode answer(ServeRequest request) {
        LoadedModel first = roles.values().iterator().next();
        RowFields.Answered row = new RowFields(first).answered(request.fields());
        roles.values().forEach(model -> new RowFields(model).fitting(row));
        TokenSequence sequence = row.sequence();
        ObjectNode answer = RowStream.JSON.createObjectNode();
        RowFields.put(answer, "ids", sequence.ids());
        answer.put("promptLength", sequence.promptLength());
        putTexts(answer, "promptTokens", first, sequence.prompt());
        putTexts(answer, "tokens", first, sequence.response());
        try (Scope scope = first.model().torch().scope()) {
            Map<LoadedModel, ScoredStates> scored = new IdentityHashMap<>();
            for (LoadedModel model : roles.values()) {
                request.obeyCancel();
                if (!scored.containsKey(model)) {
                    scored.put(model, ScoredRows.states(scope, model, List.of(sequence)));
                }
            }
            putModels(answer, scored);
            if (top > 0) {
                request.obeyCancel();
                putAlternatives(answer, first, sequence, scored);
            }
        }
        RowFields.putWarnings(answer, row.warnings());
        Set<String> notices = new LinkedHashSet<>();
        roles.values().forEach(model -> notices.addAll(model.notices()));
        RowFields.putWarnings(answer, List.copyOf(notices));
        return answer;
    }

    private static void putTexts(ObjectNode into, String field, LoadedModel model, int[] ids) {
        if (model.hasTokenizer()) {
            ArrayNode texts = into.putArray(field);
            CharacterGroups.of(model.tokenizer(), ids).tokenTexts().forEach(texts::add);
        }
    }

    private void putModels(ObjectNode answer, Map<LoadedModel, ScoredStates> scored) {
        ObjectNode models = answer.putObject("models");
        roles.forEach((role, model) -> {
            SequenceScores scores = scored.get(model).scores().getFirst();
            ObjectNode one = models.putObject(role).put("model", model.name());
            RowFields.put(one, "logp", scores.logp());
            RowFields.put(one, "entropy", scores.entropy());
            RowFields.put(one, "rank", scores.rank());
        });
        if (roles.containsKey(SFT) && roles.containsKey(REFERENCE)) {
            ScoredRows.putReward(
                    answer,
                    scored.get(roles.get(SFT)).scores().getFirst().logp(),
                    scored.get(roles.get(REFERENCE)).scores().getFirst().logp());
        }
    }

    /// At each position the `top` likeliest tokens of every model and the token that stands there, each once,
    /// with its log-probability under every model.
    private void putAlternatives(
            ObjectNode answer, LoadedModel first, TokenSequence sequence, Map<LoadedModel, ScoredStates> scored) {
        int k = Math.min(top, first.model().settings().vocabularySize());
        List<int[][]> likeliest = scored.values().stream()
                .map(states -> LikeliestTokens.of(states, k).ids())
                .toList();
        int[] taken = sequence.response();
        int[][] ids = new int[taken.length][];
        List<Integer> distinct = new ArrayList<>();
        for (int t = 0; t < taken.length; t++) {
            Set<Integer> here = new LinkedHashSet<>();
            for (int[][] top : likeliest) {
                Arrays.stream(top[t]).forEach(here::add);
            }
            here.add(taken[t]);
            distinct.add(here.size());
            // one width for all positions; what is above the distinct ones is not told
            ids[t] = Arrays.copyOf(here.stream().mapToInt(Integer::intValue).toArray(), k * likeliest.size() + 1);
        }
        Map<LoadedModel, float[][]> logp = new IdentityHashMap<>();
        scored.forEach((model, states) -> logp.put(model, LikeliestTokens.logpOf(states, ids)));
        ArrayNode positions = answer.putArray("alternatives");
        for (int t = 0; t < taken.length; t++) {
            ArrayNode here = positions.addArray();
            for (int j = 0; j < distinct.get(t); j++) {
                ObjectNode token = here.addObject().put("id", ids[t][j]);
                if (first.hasTokenizer()) {
                    token.put("token", first.tokenizer().text(ids[t][j]));
                }
                ObjectNode each = token.putObject("logp");
                for (Map.Entry<String, LoadedModel> role : roles.entrySet()) {
                    each.put(role.getKey(), logp.get(role.getValue())[t][j]);
                }
            }
        }
    }
}
