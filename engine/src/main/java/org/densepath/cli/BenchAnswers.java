package org.densepath.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.densepath.BadInputException;
import org.densepath.bench.AnswerSheet;
import org.densepath.data.Prompt;
import org.densepath.experiment.LoadedModel;
import org.densepath.model.Generator;
import org.densepath.model.Randomness;
import org.densepath.model.Rollout;
import org.densepath.model.SamplingSettings;
import org.densepath.run.ContentHash;

/// A model's greedy answers to prompts, made in batches of like length. Each batch is kept as soon as it is
/// there.
final class BenchAnswers {
    private static final int BATCH = 16;

    private final LoadedModel model;
    private final Path path;
    private final int maxNewTokens;

    BenchAnswers(LoadedModel model, Path path, int maxNewTokens) {
        this.model = model;
        this.path = path;
        this.maxNewTokens = maxNewTokens;
    }

    /// All that an answer depends on.
    ObjectNode settings(String benchmark) {
        ObjectNode settings = RowStream.JSON.createObjectNode();
        settings.put("benchmark", benchmark).put("model", model.name()).put("modelSha256", ContentHash.sha256(path));
        settings.put("temperature", 0).put("maxNewTokens", maxNewTokens);
        RowFields.put(settings, "endIds", model.endIds());
        return settings.put("template", model.template().text());
    }

    private record Asked(Prompt prompt, int[] ids) {}

    /// Answers what the sheet has no answer to yet.
    void write(List<Prompt> prompts, AnswerSheet sheet, Progress progress) {
        List<Asked> asked = sheet.missing(prompts).stream()
                .map(prompt -> new Asked(prompt, ids(prompt)))
                .sorted(Comparator.comparingInt(a -> a.ids().length))
                .toList();
        SamplingSettings settings = SamplingSettings.greedy(maxNewTokens, model.endIds());
        Generator generator = new Generator(model.model());
        long began = System.nanoTime();
        int before = prompts.size() - asked.size();
        long tokens = 0;
        for (int from = 0; from < asked.size(); from += BATCH) {
            List<Asked> batch = asked.subList(from, Math.min(asked.size(), from + BATCH));
            int done = from;
            long drawn = tokens;
            List<Rollout> rollouts =
                    generator.generate(batch.stream().map(Asked::ids).toList(), settings, new Randomness(1), ended -> {
                        double share = (done + ended) / (double) asked.size();
                        progress.at(share, counts(before + done + ended, prompts.size(), drawn, began));
                    });
            tokens += rollouts.stream().mapToLong(r -> r.ids().length).sum();
            sheet.add(rows(batch, rollouts));
        }
    }

    /// `12 of 80 answers, 310 tokens/s`.
    static String counts(int done, int all, long tokens, long began) {
        double seconds = (System.nanoTime() - began) / 1e9;
        String rate = tokens == 0 ? "" : String.format(Locale.ROOT, ", %.0f tokens/s", tokens / seconds);
        return done + " of " + all + " answers" + rate;
    }

    private int[] ids(Prompt prompt) {
        int[] ids = model.encodePrompt(prompt.messages());
        if (ids.length >= model.model().positions()) {
            throw new BadInputException(
                    "The prompt '" + prompt.id() + "' (line " + prompt.line() + ") has " + ids.length
                            + " tokens, and " + model.name() + " reads fewer than "
                            + model.model().positions()
                            + "; leave it out of the prompts.");
        }
        return ids;
    }

    private List<ObjectNode> rows(List<Asked> batch, List<Rollout> rollouts) {
        List<ObjectNode> rows = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            Prompt prompt = batch.get(i).prompt();
            Rollout rollout = rollouts.get(i);
            ObjectNode row = RowStream.JSON.createObjectNode();
            row.put("key", prompt.id()).put("prompt", prompt.text());
            row.put("response", model.decodeResponse(rollout.ids()));
            row.put("ended", rollout.cut() ? "length" : "end").put("tokens", rollout.ids().length);
            rows.add(row.put("model", model.name()));
        }
        return rows;
    }
}
