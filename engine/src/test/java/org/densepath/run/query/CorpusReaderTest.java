package org.densepath.run.query;

import static org.densepath.run.query.Traces.response;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.densepath.run.TraceRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusReaderTest {
    private static final CorpusSettings TWO_BINS = new CorpusSettings(2, 2, 1, 5, 100);

    @TempDir
    Path folder;

    private final CorpusReader reader = new CorpusReader();
    private Traces traces;

    @BeforeEach
    void open() {
        traces = new Traces(folder);
    }

    @AfterEach
    void close() {
        traces.close();
        reader.close();
    }

    @Test
    void everyTokenIsInItsPartOfTheResponse() {
        Corpus corpus = read(
                TWO_BINS,
                traces.file(
                        1,
                        response(0, "a", "b", "c", "d").rewards(1, 2, 3, 4).at(1),
                        response(1, "a", "b").rewards(5, Float.NaN).at(1)),
                traces.file(2, response(0, "a").rewards(9).at(2)));
        assertEquals(2, corpus.positions().size());
        RewardEstimate first = corpus.positions().getFirst().reward();
        assertEquals(4, first.tokens());
        assertEquals(3, first.responses());
        assertEquals((1 + 2 + 5 + 9) / 4.0, first.mean());
        assertEquals(3.5, corpus.positions().getLast().reward().mean());
        assertEquals(1, corpus.positions().getLast().reward().responses());
        assertTrue(Double.isNaN(corpus.positions().getLast().reward().low()));
    }

    @Test
    void theIntervalCountsResponsesNotTokens() {
        // every token of a response has the same reward: 50 tokens say no more than one
        TraceRow[] rows = IntStream.range(0, 6)
                .mapToObj(i ->
                        response(i, repeated("a", 50)).rewards(constant(i, 50)).at(1))
                .toArray(TraceRow[]::new);
        RewardEstimate a = read(new CorpusSettings(1, 1, 1, 5, 0), traces.file(1, rows))
                .positions()
                .getFirst()
                .reward();
        double error = Math.sqrt(3.5 / 6);
        assertEquals(2.5, a.mean(), 1e-12);
        assertEquals(2.5 - 2.571 * error, a.low(), 2e-3);
        assertEquals(2.5 + 2.571 * error, a.high(), 2e-3);
    }

    @Test
    void kindsOfTokensAreToldByTheirText() {
        Corpus corpus = read(
                new CorpusSettings(1, 1, 1, 20, 0),
                traces.file(
                        1,
                        response(0, " 85", "3.5", "٣", "−", ".", " «", " Ann", "Éva", " O'Neil", "I", " word", "ß")
                                .rewards(1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4)
                                .cut()
                                .at(1),
                        response(0, "\n", "", "  ", "日本", "7up", ".")
                                .rewards(5, 5, 5, 4, 4, 6)
                                .at(1)));
        assertEquals(1, mean(corpus, TokenClass.DIGITS));
        assertEquals(3, count(corpus, TokenClass.DIGITS));
        assertEquals(2, mean(corpus, TokenClass.PUNCTUATION));
        assertEquals(3, mean(corpus, TokenClass.NAMES));
        assertEquals(3, count(corpus, TokenClass.NAMES));
        assertEquals(4, mean(corpus, TokenClass.WORDS));
        assertEquals(5, count(corpus, TokenClass.WORDS));
        assertEquals(5, mean(corpus, TokenClass.OTHER));
        assertEquals(6, mean(corpus, TokenClass.END));
        assertEquals(1, count(corpus, TokenClass.END));
    }

    @Test
    void rareTokensAreThoseOfAllFilesTogether() {
        Corpus corpus = read(
                new CorpusSettings(1, 3, 1, 20, 0),
                traces.file(
                        1,
                        response(0, "often", "twice", "</s>")
                                .rewards(1, 10, 100)
                                .at(1)),
                traces.file(
                        2,
                        response(0, "often", "once", "</s>").rewards(1, 40, 100).at(2)),
                traces.file(
                        3,
                        response(0, "often", "twice", "</s>")
                                .rewards(1, 10, 100)
                                .at(3)));
        assertEquals(3, count(corpus, TokenClass.RARE));
        assertEquals(20, mean(corpus, TokenClass.RARE));
        List<CorpusExample> rare =
                reader.examples(new CorpusPart.Kind(TokenClass.RARE), ExampleChoice.HIGHEST, 9, Reading.WHOLE);
        assertEquals(
                List.of(40f, 10f, 10f), rare.stream().map(CorpusExample::reward).toList());
    }

    @Test
    void tokensAreRankedByMeanRewardAmongTheFrequentOnes() {
        TraceFile file = traces.file(
                1,
                response(0, "x", "y", "z").rewards(1, 5, 100).cut().at(1),
                response(1, "x", "y").rewards(3, 6).cut().at(1));
        Corpus corpus = read(new CorpusSettings(1, 1, 2, 5, 0), file);
        assertEquals(List.of("y", "x"), texts(corpus.highest()));
        assertEquals(List.of("x", "y"), texts(corpus.lowest()));
        assertEquals(5.5, corpus.highest().getFirst().reward().mean());
    }

    @Test
    void returnAgainstLengthIsPearsonsCorrelationAndItsLine() {
        TraceRow[] rows = IntStream.rangeClosed(1, 5)
                .mapToObj(n ->
                        response(n, repeated("a", n)).rewards(constant(2, n)).at(1))
                .toArray(TraceRow[]::new);
        LengthEffect effect = read(TWO_BINS, traces.file(1, rows)).length();
        assertEquals(5, effect.responses());
        assertEquals(1, effect.correlation(), 1e-12);
        assertEquals(2, effect.slope(), 1e-12);
        assertEquals(0, effect.intercept(), 1e-12);
        assertEquals(
                List.of(1, 2, 3, 4, 5),
                effect.points().stream().map(LengthEffect.Point::length).toList());
    }

    @Test
    void theIntervalOfTheCorrelationIsFishers() {
        LengthEffect effect = LengthEffect.of(103, 0.5, 1, 0, List.of());
        assertEquals(0.339, effect.low(), 1e-3);
        assertEquals(0.632, effect.high(), 1e-3);
        assertTrue(Double.isNaN(LengthEffect.of(9, Double.NaN, 0, 0, List.of()).low()));
    }

    @Test
    void examplesAreTokensInTheirContext() {
        TraceFile one = traces.file(
                1,
                response(4, " 1", "😀'", " 3", "x")
                        .rewards(1, 9, 7, Float.NaN)
                        .cut()
                        .at(1));
        TraceFile two = traces.file(
                2, response(5, "x", " 3").rewards(2, 8).sample(3).cut().at(2));
        read(TWO_BINS, one, two);
        List<CorpusExample> highest =
                reader.examples(new CorpusPart.Kind(TokenClass.DIGITS), ExampleChoice.HIGHEST, 2, Reading.WHOLE);
        assertEquals(
                List.of(8f, 7f), highest.stream().map(CorpusExample::reward).toList());
        CorpusExample best = highest.getFirst();
        assertEquals(two, best.file());
        assertEquals(5, best.promptIndex());
        assertEquals(3, best.sample());
        assertEquals(1, best.token());
        assertEquals(2, best.length());
        assertEquals(List.of("x", " 3"), best.tokens());
        assertArrayEquals(new float[] {2, 8}, best.rewards());
        assertEquals(
                1, examples(new CorpusPart.Text("😀'"), ExampleChoice.LOWEST).size());
        assertEquals(
                List.of(2f, 1f, 9f).stream().sorted().toList(),
                examples(new CorpusPart.Position(0, 2), ExampleChoice.RANDOM).stream()
                        .map(CorpusExample::reward)
                        .sorted()
                        .toList());
    }

    @Test
    void aLongContextIsCutAroundItsToken() {
        read(
                TWO_BINS,
                traces.file(
                        1,
                        response(0, repeated("a", 100)).rewards(ramp(100)).cut().at(1)));
        CorpusExample middle =
                examples(new CorpusPart.Position(0, 2), ExampleChoice.HIGHEST).getFirst();
        assertEquals(49, middle.token());
        assertEquals(37, middle.from());
        assertEquals(25, middle.tokens().size());
        assertEquals(49, middle.reward());
    }

    @Test
    void whatCannotBeReadIsNamedAndTheRestIsCounted() throws Exception {
        TraceFile good = traces.file(1, response(0, "a").rewards(1).at(1));
        TraceFile torn = traces.file(2, response(0, "b").rewards(1).at(2));
        Files.writeString(torn.path(), "PAR1 no more than this");
        Corpus corpus = read(TWO_BINS, good, torn);
        assertEquals(1, corpus.files());
        assertEquals(1, corpus.tokens());
        assertEquals(List.of(torn), corpus.leftOut().stream().map(LeftOut::file).toList());
        assertEquals(
                1,
                examples(new CorpusPart.Position(0, 1), ExampleChoice.HIGHEST).size());
    }

    @Test
    void nothingIsSaidOfResponsesWithoutRewards() {
        Corpus corpus = read(
                TWO_BINS, traces.file(1, response(0, "a").at(1), response(0).at(1)), traces.file(2));
        assertEquals(0, corpus.tokens());
        assertEquals(0, corpus.responses());
        assertEquals(List.of(), corpus.positions());
        assertEquals(List.of(), corpus.highest());
        assertEquals(List.of(), read(TWO_BINS).classes());
    }

    @Test
    void aReadingCanBeCancelled() {
        TraceFile file = traces.file(1, response(0, "a").rewards(1).at(1));
        assertThrows(CancellationException.class, () -> reader.read(List.of(file), TWO_BINS, (_, _) -> false));
    }

    @Test
    void manyFilesSayWhatPlainArithmeticSays() {
        Random random = new Random(1);
        List<TraceFile> files = new ArrayList<>();
        double[] sums = new double[3];
        long[] counts = new long[3];
        for (int step = 1; step <= 300; step++) {
            String[] tokens = repeated("a", 1 + random.nextInt(9));
            float[] rewards = new float[tokens.length];
            for (int i = 0; i < rewards.length; i++) {
                rewards[i] = (float) random.nextGaussian();
                sums[i * 3 / rewards.length] += rewards[i];
                counts[i * 3 / rewards.length]++;
            }
            files.add(traces.file(step, response(0, tokens).rewards(rewards).at(step)));
        }
        Corpus corpus = reader.read(files, new CorpusSettings(3, 2, 1, 5, 10), Reading.WHOLE);
        for (int bin = 0; bin < 3; bin++) {
            assertEquals(counts[bin], corpus.positions().get(bin).reward().tokens());
            assertEquals(
                    sums[bin] / counts[bin],
                    corpus.positions().get(bin).reward().mean(),
                    1e-9);
        }
        assertEquals(10, corpus.length().points().size());
    }

    private Corpus read(CorpusSettings settings, TraceFile... files) {
        return reader.read(List.of(files), settings, Reading.WHOLE);
    }

    private List<CorpusExample> examples(CorpusPart part, ExampleChoice choice) {
        return reader.examples(part, choice, 10, Reading.WHOLE);
    }

    private static double mean(Corpus corpus, TokenClass kind) {
        return reward(corpus, kind).mean();
    }

    private static long count(Corpus corpus, TokenClass kind) {
        return reward(corpus, kind).tokens();
    }

    private static RewardEstimate reward(Corpus corpus, TokenClass kind) {
        return corpus.classes().stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .orElseThrow()
                .reward();
    }

    private static List<String> texts(List<Corpus.TokenReward> tokens) {
        return tokens.stream().map(Corpus.TokenReward::token).toList();
    }

    private static String[] repeated(String token, int n) {
        return IntStream.range(0, n).mapToObj(_ -> token).toArray(String[]::new);
    }

    private static float[] constant(float value, int n) {
        float[] values = new float[n];
        java.util.Arrays.fill(values, value);
        return values;
    }

    private static float[] ramp(int n) {
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = i;
        }
        return values;
    }
}
