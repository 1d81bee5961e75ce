package org.densepath.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.densepath.BadInputException;
import org.densepath.bench.RowSheet;
import org.densepath.bench.judge.AnsweringSettings;
import org.densepath.data.Prompt;
import org.densepath.experiment.LoadedModel;
import org.densepath.model.Generator;
import org.densepath.model.Randomness;
import org.densepath.model.Rollout;
import org.densepath.model.SamplingSettings;
import org.densepath.run.ContentHash;
import org.densepath.text.Message;

/// A model's answers to a judged benchmark, turn after turn, in batches of one temperature. A batch is kept as
/// soon as all its turns are there. What is read greedily is batched by length; where answers are drawn, batches
/// are parts of fixed places in the file, so that a draw depends on its prompt's place alone.
final class TurnGeneration {
    private static final int BATCH = 16;
    private static final long SEED = 1;

    private final LoadedModel model;
    private final AnsweringSettings settings;
    private final int maxNewTokens;
    private int withoutRoom;
    private long tokens;

    TurnGeneration(LoadedModel model, AnsweringSettings settings, int maxNewTokens) {
        this.model = model;
        this.settings = settings;
        this.maxNewTokens = maxNewTokens;
    }

    /// All that an answer depends on; temperatures follow from the benchmark's name.
    ObjectNode settings(Path path) {
        ObjectNode all = RowStream.JSON.createObjectNode();
        all.put("benchmark", settings.choice().label()).put("model", model.name());
        all.put("modelSha256", ContentHash.sha256(path)).put("maxNewTokens", maxNewTokens);
        all.put("seed", SEED);
        RowFields.put(all, "endIds", model.endIds());
        return all.put("template", model.template().text());
    }

    /// Prompts that are answered together, and the stream that their draws come from.
    private record Batch(List<Prompt> prompts, double temperature, Randomness randomness) {}

    /// Answers what the sheet has no answer to yet. Returns how many later turns had no room left.
    int write(List<Prompt> prompts, RowSheet sheet, Progress progress) {
        Set<String> done = new HashSet<>();
        sheet.rows().forEach(row -> done.add(row.path("key").asText()));
        List<Batch> batches = batches(prompts, done);
        int all = prompts.size();
        int before = (int) prompts.stream().filter(p -> done.contains(p.id())).count();
        long began = System.nanoTime();
        int answered = 0;
        for (Batch batch : batches) {
            int first = answered;
            List<ObjectNode> rows = answered(batch, share -> {
                double now = first + share * batch.prompts().size();
                progress.at(now / Math.max(1, all - before), counts(before + (int) now, all, began));
            });
            sheet.add(rows.stream()
                    .filter(row -> !done.contains(row.path("key").asText()))
                    .toList());
            answered += batch.prompts().size();
        }
        return withoutRoom;
    }

    private String counts(int done, int all, long began) {
        return BenchAnswers.counts(Math.min(done, all), all, tokens, began);
    }

    private List<Batch> batches(List<Prompt> prompts, Set<String> done) {
        Map<Double, List<Prompt>> byTemperature = new TreeMap<>();
        prompts.forEach(p -> byTemperature
                .computeIfAbsent(settings.temperature(p), _ -> new ArrayList<>())
                .add(p));
        List<Batch> batches = new ArrayList<>();
        byTemperature.forEach((temperature, of) -> {
            List<Prompt> order = temperature > 0 ? of : byLength(of, done);
            for (int from = 0; from < order.size(); from += BATCH) {
                List<Prompt> part = order.subList(from, Math.min(order.size(), from + BATCH));
                if (part.stream().anyMatch(p -> !done.contains(p.id()))) {
                    Randomness randomness = new Randomness(SEED)
                            .derive(Double.hashCode(temperature))
                            .derive(from / BATCH);
                    batches.add(new Batch(part, temperature, randomness));
                }
            }
        });
        return batches;
    }

    private List<Prompt> byLength(List<Prompt> prompts, Set<String> done) {
        Map<Prompt, Integer> lengths = new LinkedHashMap<>();
        prompts.stream().filter(p -> !done.contains(p.id())).forEach(p -> lengths.put(p, firstTurn(p).length));
        return lengths.keySet().stream()
                .sorted(Comparator.comparingInt(lengths::get))
                .toList();
    }

    private int[] firstTurn(Prompt prompt) {
        int[] ids = model.encodePrompt(settings.turns(prompt) == 1 ? prompt.messages() : asked(prompt, List.of()));
        if (ids.length >= model.model().positions()) {
            throw new BadInputException(
                    "The prompt '" + prompt.id() + "' (line " + prompt.line() + ") has " + ids.length
                            + " tokens, and " + model.name() + " reads fewer than "
                            + model.model().positions() + "; leave it out of the prompts.");
        }
        return ids;
    }

    /// The conversation up to the next turn: each turn so far with its answer.
    private static List<Message> asked(Prompt prompt, List<String> answers) {
        List<Message> all = new ArrayList<>();
        for (int turn = 0; turn < answers.size(); turn++) {
            all.add(prompt.messages().get(turn));
            all.add(new Message("assistant", answers.get(turn)));
        }
        all.add(prompt.messages().get(answers.size()));
        return all;
    }

    private interface Share {
        void done(double share);
    }

    private List<ObjectNode> answered(Batch batch, Share progress) {
        List<Prompt> prompts = batch.prompts();
        int turns = settings.turns(prompts.getFirst());
        List<List<String>> texts = new ArrayList<>();
        List<List<Rollout>> rollouts = new ArrayList<>();
        prompts.forEach(_ -> {
            texts.add(new ArrayList<>());
            rollouts.add(new ArrayList<>());
        });
        SamplingSettings sampling = batch.temperature() == 0
                ? SamplingSettings.greedy(maxNewTokens, model.endIds())
                : SamplingSettings.sampling(batch.temperature(), 1, maxNewTokens, 1, model.endIds());
        for (int turn = 0; turn < turns; turn++) {
            int now = turn;
            List<int[]> ids = new ArrayList<>();
            for (int i = 0; i < prompts.size(); i++) {
                ids.add(
                        turn == 0
                                ? firstTurn(prompts.get(i))
                                : model.encodePrompt(asked(prompts.get(i), texts.get(i))));
            }
            int[] fitting = IntStream.range(0, ids.size())
                    .filter(i -> ids.get(i).length < model.model().positions())
                    .toArray();
            List<int[]> given = IntStream.of(fitting).mapToObj(ids::get).toList();
            List<Rollout> drawn = new Generator(model.model())
                    .generate(
                            given,
                            sampling,
                            batch.randomness().derive(turn),
                            ended -> progress.done((now + ended / (double) given.size()) / turns));
            for (int i = 0; i < drawn.size(); i++) {
                rollouts.get(fitting[i]).add(drawn.get(i));
                tokens += drawn.get(i).ids().length;
            }
            for (int i = 0; i < prompts.size(); i++) {
                boolean there = rollouts.get(i).size() > turn;
                texts.get(i)
                        .add(
                                there
                                        ? model.decodeResponse(
                                                rollouts.get(i).getLast().ids())
                                        : "");
                withoutRoom += there ? 0 : 1;
            }
        }
        return IntStream.range(0, prompts.size())
                .mapToObj(i -> row(prompts.get(i), texts.get(i), rollouts.get(i)))
                .toList();
    }

    /// `turns` and a list each of how they ended and of their tokens; one answer alone as other benchmarks' are.
    private ObjectNode row(Prompt prompt, List<String> texts, List<Rollout> rollouts) {
        ObjectNode row = RowStream.JSON.createObjectNode();
        row.put("key", prompt.id()).put("prompt", prompt.text());
        if (settings.turns(prompt) == 1) {
            row.put("response", texts.getFirst());
            row.put("ended", rollouts.getFirst().cut() ? "length" : "end");
            row.put("tokens", rollouts.getFirst().ids().length);
        } else {
            texts.forEach(row.putArray("turns")::add);
            ArrayNode ended = row.putArray("ended");
            ArrayNode lengths = row.putArray("tokens");
            for (int turn = 0; turn < texts.size(); turn++) {
                boolean there = turn < rollouts.size();
                ended.add(there ? rollouts.get(turn).cut() ? "length" : "end" : "no room");
                lengths.add(there ? rollouts.get(turn).ids().length : 0);
            }
        }
        row.put("temperature", settings.temperature(prompt));
        return row.put("model", model.name());
    }
}
