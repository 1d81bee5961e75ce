package org.densepath.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.densepath.tensor.Kernels;
import org.densepath.tensor.Scope;
import org.densepath.tensor.Tensor;

/// The rows that are drawn at once: prefill, then one token a step for all that have not ended.
final class GenerationBatch implements AutoCloseable {
    /// Response `sample` to prompt `prompt`.
    record Row(int prompt, int sample, int[] promptIds) {}

    /// A model that is read, and its weights as its cache wants them.
    record Reader(LanguageModel model, PackedWeights weights) {}

    /// Less than any score of attention, and finite.
    private static final float HIDDEN = -1e9f;

    private final LanguageModel policy;
    private final List<Reader> readers;
    private final Generator.Contrast contrast;
    private final SamplingSettings settings;
    private final Randomness randomness;
    private final Kernels kernels;
    private final Scope scope;
    private final List<Row> rows;
    private final int width;
    /// The most tokens that each row's response may have, whatever stands beside it in the batch.
    private final int[] room;

    private final int newTokens;
    private final int[][] ids;
    private final float[][] logp;
    private final int[] length;
    private final boolean[] ended;
    private final List<KeyValueCache> caches = new ArrayList<>();
    private int[] live;

    GenerationBatch(
            List<Reader> readers,
            Generator.Contrast contrast,
            SamplingSettings settings,
            Randomness randomness,
            List<Row> rows) {
        this.policy = readers.getFirst().model();
        this.readers = readers;
        this.contrast = contrast;
        this.settings = settings;
        this.randomness = randomness;
        this.kernels = policy.torch().kernels();
        this.scope = policy.torch().scope();
        this.rows = rows;
        this.width = rows.stream().mapToInt(r -> r.promptIds().length).max().orElse(0);
        int positions =
                readers.stream().mapToInt(r -> r.model().positions()).min().orElseThrow();
        this.room = rows.stream()
                .mapToInt(r -> Math.min(settings.maxNewTokens(), positions - r.promptIds().length))
                .toArray();
        this.newTokens = Arrays.stream(room).max().orElse(0);
        this.ids = new int[rows.size()][newTokens];
        this.logp = new float[rows.size()][newTokens];
        this.length = new int[rows.size()];
        this.ended = new boolean[rows.size()];
        this.live = IntStream.range(0, rows.size()).toArray();
    }

    private boolean isDone(int r) {
        return ended[r] || length[r] == room[r];
    }

    List<Rollout> run(IntConsumer afterToken) {
        return policy.torch().withoutGradients(() -> {
            draw(afterToken);
            List<Rollout> all = new ArrayList<>();
            for (int r = 0; r < rows.size(); r++) {
                Row row = rows.get(r);
                all.add(new Rollout(
                        row.prompt(),
                        row.sample(),
                        row.promptIds(),
                        Arrays.copyOf(ids[r], length[r]),
                        Arrays.copyOf(logp[r], length[r]),
                        ended[r] ? Rollout.Ending.END_TOKEN : Rollout.Ending.LENGTH));
            }
            return all;
        });
    }

    private void draw(IntConsumer afterToken) {
        Scope step = scope.open();
        Tensor logits = prefill(step);
        Tensor mask = scope.floats(visible(), rows.size(), 1, 1, width + newTokens);
        for (int t = 0; ; t++) {
            int[] chosen = choose(step, logits, t);
            step.close();
            afterToken.accept(countDone());
            int[] going = Arrays.stream(live).filter(r -> !isDone(r)).toArray();
            if (going.length == 0 || t + 1 == newTokens) {
                return;
            }
            step = scope.open();
            if (going.length <= Generator.KEEP_SHARE * live.length) {
                int[] kept = keep(going);
                int[] all = chosen;
                chosen = Arrays.stream(kept).map(i -> all[i]).toArray();
                Tensor[] one = {mask};
                mask = kernels.list(scope, "keep_rows", one, step.ints(kept, kept.length))[0];
                one[0].close();
            }
            logits = decode(step, chosen, mask, t);
        }
    }

    private Tensor prefill(Scope step) {
        List<int[]> prompts = new ArrayList<>();
        long[] owners = new long[rows.size()];
        for (int r = 0; r < owners.length; r++) {
            int[] prompt = rows.get(r).promptIds();
            // not only samples of one prompt share its prefill: so do neighbours that ask the same
            if (prompts.isEmpty() || !Arrays.equals(prompts.getLast(), prompt)) {
                prompts.add(prompt);
            }
            owners[r] = prompts.size() - 1;
        }
        Tensor[] logits = new Tensor[readers.size()];
        for (int i = 0; i < logits.length; i++) {
            Reader reader = readers.get(i);
            KeyValueCache cache =
                    new KeyValueCache(reader.model(), reader.weights().slots(), rows.size(), width, newTokens);
            caches.add(cache);
            logits[i] = cache.prefill(step, prompts, owners);
        }
        return combine(step, logits);
    }

    private float[] visible() {
        int slots = width + newTokens;
        float[] visible = new float[rows.size() * slots];
        for (int r = 0; r < rows.size(); r++) {
            Arrays.fill(visible, r * slots, r * slots + width - rows.get(r).promptIds().length, HIDDEN);
        }
        return visible;
    }

    private Tensor combine(Scope step, Tensor[] logits) {
        return contrast == null
                ? logits[0]
                : kernels.one(step, "contrast", logits[0], logits[1], contrast.strength(), contrast.minP());
    }

    /// Draws one token for every live row, records it, and returns the tokens.
    private int[] choose(Scope step, Tensor logits, int t) {
        if (t < settings.minNewTokens()) {
            int[] ends = settings.endIds();
            logits = kernels.one(step, "forbid", logits, step.ints(ends, ends.length));
        }
        Tensor[] drawn;
        if (settings.isGreedy()) {
            drawn = kernels.list(step, "greedy", logits);
        } else {
            float[] u = new float[live.length];
            for (int i = 0; i < u.length; i++) {
                Row row = rows.get(live[i]);
                u[i] = randomness.uniform(row.prompt(), row.sample(), t);
            }
            drawn = kernels.list(
                    step, "sample", logits, step.floats(u, u.length), settings.temperature(), settings.topP());
        }
        int[] chosen = drawn[0].toInts();
        float[] logs = drawn[1].toFloats();
        for (int i = 0; i < live.length; i++) {
            int r = live[i];
            if (!isDone(r)) {
                ids[r][t] = chosen[i];
                logp[r][t] = logs[i];
                length[r] = t + 1;
                ended[r] = settings.ends(chosen[i]);
            }
        }
        return chosen;
    }

    private int countDone() {
        return (int) IntStream.range(0, rows.size()).filter(this::isDone).count();
    }

    /// Drops the rows that are done; returns the places, among the rows that were live, of those that stay.
    private int[] keep(int[] going) {
        int[] kept = new int[going.length];
        for (int i = 0, k = 0; i < live.length; i++) {
            if (!isDone(live[i])) {
                kept[k++] = i;
            }
        }
        caches.forEach(c -> c.keepRows(kept));
        live = going;
        return kept;
    }

    private Tensor decode(Scope step, int[] chosen, Tensor mask, int t) {
        Tensor next = step.ints(chosen, chosen.length);
        int[] positions = new int[live.length];
        // a row that is done and still in the batch may have no position left, and what it gives is not looked at
        Arrays.setAll(positions, i -> rows.get(live[i]).promptIds().length + Math.min(t, room[live[i]] - 1));
        Tensor at = step.ints(positions, positions.length);
        Tensor[] logits = new Tensor[caches.size()];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = caches.get(i).decode(step, next, at, mask, width + t);
        }
        return combine(step, logits);
    }

    @Override
    public void close() {
        caches.forEach(KeyValueCache::close);
        scope.close();
    }
}
