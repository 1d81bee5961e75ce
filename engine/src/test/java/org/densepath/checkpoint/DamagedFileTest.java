package org.densepath.checkpoint;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;
import org.densepath.AllocationBound;
import org.densepath.BadInputException;

/// Damaged files are refused with a sentence, or read; nothing else, and never with more memory than they
/// warrant.
class DamagedFileTest {
    private static final byte[] SAFETENSORS = SafetensorsBytes.of(
            ("{'__metadata__':{'format':'pt'},'a':{'dtype':'F32','shape':[32,2],'data_offsets':[0,256]},"
                            + "'b.weight':{'dtype':'BF16','shape':[3],'data_offsets':[256,262]},"
                            + "'c':{'dtype':'F16','shape':[],'data_offsets':[262,264]}}")
                    .replace('\'', '"'),
            new byte[264]);

    private static final byte[] GGUF = GgufBytes.llama()
            .text("tokenizer.ggml.model", "gpt2")
            .text("tokenizer.ggml.pre", "llama-bpe")
            .texts("tokenizer.ggml.tokens", List.of("a", "ab", "<|end|>"))
            .ints("tokenizer.ggml.token_type", List.of(1, 1, 3))
            .texts("tokenizer.ggml.merges", List.of("a b"))
            .number("tokenizer.ggml.eos_token_id", 2)
            .text("tokenizer.chat_template", "{{ messages }}")
            .floats("rope_freqs.weight", new long[] {1}, 1)
            .tensor("blk.0.ffn_up.weight", new long[] {32, 2}, 3, new byte[40])
            .bytes();

    private static final byte[] SENTENCE_PIECE = GgufBytes.llama()
            .text("tokenizer.ggml.model", "llama")
            .texts("tokenizer.ggml.tokens", List.of("a", "b", "ab"))
            .reals("tokenizer.ggml.scores", List.of(0f, -1f, -2f))
            .flag("tokenizer.ggml.add_eos_token", true)
            .bytes();

    private static final AllocationBound SAFETENSORS_BOUND =
            AllocationBound.fourTimes(() -> readSafetensors(SAFETENSORS));
    private static final AllocationBound GGUF_BOUND = AllocationBound.fourTimes(() -> {
        readGgufWeights(GGUF);
        readGgufModel(GGUF);
    });

    @Property(tries = 10_000, seed = "2510", shrinking = ShrinkingMode.OFF, afterFailure = AfterFailureMode.RANDOM_SEED)
    void safetensorsIsReadOrRefused(@ForAll long seed) {
        byte[] damaged = damage(SAFETENSORS, new Random(seed));
        SAFETENSORS_BOUND.hold(() -> readOrRefused("safetensors", () -> readSafetensors(damaged)));
    }

    private static void readSafetensors(byte[] bytes) {
        try (SafetensorsFile file = SafetensorsBytes.open(bytes)) {
            readAll(file, bytes.length);
        }
    }

    @Property(tries = 10_000, seed = "2510", shrinking = ShrinkingMode.OFF, afterFailure = AfterFailureMode.RANDOM_SEED)
    void ggufIsReadOrRefused(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] damaged = damage(random.nextInt(4) == 0 ? SENTENCE_PIECE : GGUF, random);
        GGUF_BOUND.hold(() -> {
            readOrRefused("weights", () -> readGgufWeights(damaged));
            readOrRefused("model", () -> readGgufModel(damaged));
        });
    }

    private static void readGgufWeights(byte[] bytes) {
        try (GgufFile file = GgufBytes.file(bytes)) {
            readAll(file, bytes.length);
        }
    }

    private static void readGgufModel(byte[] bytes) {
        GgufModel model = GgufModel.of("tiny.gguf", MemorySegment.ofArray(bytes));
        model.tokenizerConfig();
        model.tokenizerJson();
    }

    /// Both must happen often, or the damage is too heavy or too light to test anything.
    private static void readOrRefused(String what, Runnable read) {
        try {
            read.run();
            Statistics.label(what).collect("read");
        } catch (BadInputException refused) {
            assertTrue(refused.getMessage().startsWith("tiny."), refused.getMessage());
            Statistics.label(what).collect("refused");
        }
        Statistics.label(what).coverage(outcome -> {
            outcome.check("read").percentage(p -> p > 2);
            outcome.check("refused").percentage(p -> p > 2);
        });
    }

    /// A header's promise is believed only as far as the file's bytes bear it out.
    private static void readAll(WeightFile file, int bytes) {
        for (var weight : file.weights().entrySet()) {
            long size = weight.getValue().size();
            assertTrue(size <= bytes * 4L, weight.getKey() + " has " + size + " values");
            try {
                file.read(weight.getKey(), FloatBuffer.allocate((int) size));
            } catch (BadInputException refused) {
                assertTrue(refused.getMessage().contains(weight.getKey()), refused.getMessage());
            }
        }
    }

    /// Between one and four wounds: bytes changed, put in, taken out, the end cut off, or a length made absurd.
    private static byte[] damage(byte[] sound, Random random) {
        byte[] bytes = sound.clone();
        for (int wounds = 1 + random.nextInt(4); wounds > 0 && bytes.length > 0; wounds--) {
            int at = random.nextInt(bytes.length);
            bytes = switch (random.nextInt(6)) {
                case 0 -> Arrays.copyOf(bytes, at);
                case 1 -> spliced(bytes, at, at, new byte[] {(byte) random.nextInt(256)});
                case 2 -> spliced(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(8)), new byte[0]);
                case 3 -> spliced(bytes, at, Math.min(bytes.length, at + 8), GgufBytes.int64(random.nextLong()));
                case 4 -> spliced(bytes, at, at + 1, new byte[] {(byte) (bytes[at] ^ 1 << random.nextInt(8))});
                default -> spliced(bytes, at, at + 1, new byte[] {(byte) random.nextInt(256)});
            };
        }
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] replacement) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.writeBytes(replacement);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }
}
