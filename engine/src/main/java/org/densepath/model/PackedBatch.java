package org.densepath.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.densepath.text.TokenSequence;

/// Sequences laid one behind the other, without padding, ready for the decoder. Neighbouring sequences with the
/// same prompt share its computation: the prompt is one segment, and each response a segment that sees the prompt
/// and itself.
///
/// A sequence's last token predicts nothing, so it is not fed, unless `feedLast` asks for the state after it.
final class PackedBatch {
    /// Rows of the packed batch that predict a sequence's response tokens, in order, then the row after its last
    /// token where that is fed (else −1).
    record Rows(int[] predicting, int afterLast) {}

    private final List<TokenSequence> sequences;
    private final List<int[]> segments = new ArrayList<>();
    private final List<Integer> prefixes = new ArrayList<>();
    private final List<Rows> rows = new ArrayList<>();
    private final int tokens;

    PackedBatch(List<TokenSequence> sequences, boolean feedLast) {
        this.sequences = List.copyOf(sequences);
        int next = 0;
        for (int i = 0; i < sequences.size(); ) {
            int group = i + 1;
            while (group < sequences.size() && samePrompt(sequences.get(i), sequences.get(group))) {
                group++;
            }
            next = group == i + 1 ? addAlone(sequences.get(i), next, feedLast) : addGroup(i, group, next, feedLast);
            i = group;
        }
        this.tokens = next;
    }

    /// A single first token that many documents have in common saves nothing when it is shared.
    private static boolean samePrompt(TokenSequence a, TokenSequence b) {
        return a.promptLength() == b.promptLength()
                && a.promptLength() > 1
                && Arrays.equals(a.ids(), 0, a.promptLength(), b.ids(), 0, b.promptLength());
    }

    private int addAlone(TokenSequence s, int from, boolean feedLast) {
        int fed = Math.max(s.promptLength(), s.length() - (feedLast ? 0 : 1));
        segments.add(Arrays.copyOf(s.ids(), fed));
        prefixes.add(-1);
        int[] predicting = new int[s.responseLength()];
        Arrays.setAll(predicting, t -> from + s.promptLength() - 1 + t);
        rows.add(new Rows(predicting, feedLast ? from + s.length() - 1 : -1));
        return from + fed;
    }

    private int addGroup(int first, int end, int from, boolean feedLast) {
        int promptSegment = segments.size();
        int promptLength = sequences.get(first).promptLength();
        segments.add(sequences.get(first).prompt());
        prefixes.add(-1);
        int lastOfPrompt = from + promptLength - 1;
        int next = from + promptLength;
        for (int i = first; i < end; i++) {
            int[] response = sequences.get(i).response();
            int fed = Math.max(0, response.length - (feedLast ? 0 : 1));
            int start = next;
            int[] predicting = new int[response.length];
            Arrays.setAll(predicting, t -> t == 0 ? lastOfPrompt : start + t - 1);
            int afterLast = !feedLast ? -1 : response.length == 0 ? lastOfPrompt : start + response.length - 1;
            rows.add(new Rows(predicting, afterLast));
            if (fed > 0) {
                segments.add(Arrays.copyOf(response, fed));
                prefixes.add(promptSegment);
                next += fed;
            }
        }
        return next;
    }

    List<TokenSequence> sequences() {
        return sequences;
    }

    /// Tokens that are fed to the decoder.
    int tokens() {
        return tokens;
    }

    int[] ids() {
        return segments.stream().flatMapToInt(Arrays::stream).toArray();
    }

    int[] positions() {
        int[] positions = new int[tokens];
        int at = 0;
        for (int i = 0; i < segments.size(); i++) {
            int from = prefixLength(i);
            for (int t = 0; t < segments.get(i).length; t++) {
                positions[at++] = from + t;
            }
        }
        return positions;
    }

    /// A number for each row that depends on `seed` and on the ids up to the row, not on what else is in the
    /// batch.
    long[] prefixHashes(long seed) {
        long[] hashes = new long[tokens];
        int[] starts = new int[segments.size()];
        int at = 0;
        for (int i = 0; i < segments.size(); i++) {
            starts[i] = at;
            int prefix = prefixes.get(i);
            long hash = prefix < 0 ? seed : hashes[starts[prefix] + segments.get(prefix).length - 1];
            for (int id : segments.get(i)) {
                hash = (hash ^ (id + 1)) * 0x9E3779B97F4A7C15L;
                hash ^= hash >>> 32;
                hashes[at++] = hash;
            }
        }
        return hashes;
    }

    int longest() {
        return sequences.stream().mapToInt(TokenSequence::length).max().orElse(0);
    }

    long[] lengths() {
        return segments.stream().mapToLong(s -> s.length).toArray();
    }

    long[] prefixes() {
        return prefixes.stream().mapToLong(p -> p).toArray();
    }

    int segments() {
        return segments.size();
    }

    List<Rows> rows() {
        return rows;
    }

    private int prefixLength(int segment) {
        int prefix = prefixes.get(segment);
        return prefix < 0 ? 0 : segments.get(prefix).length;
    }

    /// Who sees whom in segment `i` under a sliding window (0: none): [tokens, keys] row-major, or null where
    /// plain causality says it all.
    boolean[] mask(int i, int window) {
        int before = prefixLength(i);
        int n = segments.get(i).length;
        if (before == 0 && (window == 0 || n <= window)) {
            return null;
        }
        int keys = before + n;
        boolean[] mask = new boolean[n * keys];
        for (int t = 0; t < n; t++) {
            int position = before + t;
            int from = window == 0 ? 0 : Math.max(0, position - window + 1);
            Arrays.fill(mask, t * keys + from, t * keys + position + 1, true);
        }
        return mask;
    }

    int keys(int segment) {
        return prefixLength(segment) + segments.get(segment).length;
    }

    int length(int segment) {
        return segments.get(segment).length;
    }

    /// The response tokens of all sequences, in the order of [#predictingRows].
    int[] targets() {
        return sequences.stream().flatMapToInt(s -> Arrays.stream(s.response())).toArray();
    }

    int[] predictingRows() {
        return rows.stream().flatMapToInt(r -> Arrays.stream(r.predicting())).toArray();
    }

    /// Splits one value for each response token of the batch into one array a sequence.
    List<float[]> perSequence(float[] values) {
        List<float[]> split = new ArrayList<>();
        int at = 0;
        for (TokenSequence s : sequences) {
            split.add(Arrays.copyOfRange(values, at, at + s.responseLength()));
            at += s.responseLength();
        }
        return split;
    }

    /// Cuts a list into batches of at most `tokenBudget` tokens (a longer sequence stands alone), in order.
    /// Sequences of one prompt that follow each other are counted with their prompt once.
    static List<List<TokenSequence>> cut(List<TokenSequence> sequences, int tokenBudget) {
        List<List<TokenSequence>> batches = new ArrayList<>();
        List<TokenSequence> batch = new ArrayList<>();
        int used = 0;
        for (TokenSequence s : sequences) {
            boolean shares = !batch.isEmpty() && samePrompt(batch.getLast(), s);
            int cost = shares ? s.responseLength() : s.length();
            if (!batch.isEmpty() && used + cost > tokenBudget) {
                batches.add(batch);
                batch = new ArrayList<>();
                used = 0;
                cost = s.length();
            }
            batch.add(s);
            used += cost;
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }
}
