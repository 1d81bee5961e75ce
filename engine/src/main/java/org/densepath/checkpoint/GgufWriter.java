package org.densepath.checkpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.densepath.BadInputException;

/// Writes a model as one GGUF file that llama.cpp and [GgufModel] open. The file appears whole or not at all, and
/// one weight is in memory at a time.
///
/// Source of the layout: ggml `docs/gguf.md`, version 3; of names, keys and order of rows: llama.cpp
/// `convert_hf_to_gguf.py`.
public final class GgufWriter {
    private static final int ALIGNMENT = 32;
    private static final int CHUNK = 1 << 18; // values; a multiple of every block

    /// A tensor of the file: `weight` is its name in the source, or null for the rotary factors.
    private record Entry(String name, String weight, long[] shape, GgufEncoding encoding, long offset) {
        long values() {
            long values = 1;
            for (long d : shape) {
                values = Math.multiplyExact(values, d);
            }
            return values;
        }
    }

    private GgufWriter() {}

    /// Writes `weights` with everything else taken from `like`. Norms and biases stay F32, and so do weights
    /// whose rows no block of the type divides.
    ///
    /// Throws [BadInputException] when the file exists, when GGUF cannot say what the model is, or a value is too
    /// large for the type; [java.io.UncheckedIOException] when the disk refuses.
    public static void write(Path file, ModelFiles like, WeightSource weights, GgufEncoding encoding) {
        if (Files.exists(file)) {
            throw new BadInputException(file + " exists already and is not overwritten: choose another name.");
        }
        GgufLayout layout = GgufLayout.of(like.config());
        GgufKeys keys = layout.keys(like.name(), encoding);
        GgufVocabularyKeys.put(keys, like, weights.shapes().get("model.embed_tokens.weight"));
        float[] factors = layout.ropeFactors();
        List<Entry> entries = entries(layout, weights, factors, encoding);
        byte[] head = head(keys, entries);
        DurableFile.write(file, out -> {
            DurableFile.writeFully(out, ByteBuffer.wrap(head));
            for (Entry entry : entries) {
                FloatBuffer values = entry.weight() == null
                        ? FloatBuffer.wrap(factors)
                        : layout.converted(
                                entry.weight(),
                                entry.shape(),
                                weights.values(entry.weight()).duplicate());
                write(out, entry, values);
            }
        });
    }

    private static List<Entry> entries(
            GgufLayout layout, WeightSource weights, float[] factors, GgufEncoding encoding) {
        List<Entry> entries = new ArrayList<>();
        long offset = 0;
        if (factors.length > 0) {
            Entry rope = new Entry(GgufFile.ROPE_FACTORS, null, new long[] {factors.length}, GgufEncoding.F32, offset);
            entries.add(rope);
            offset = padded(rope.encoding().bytes(rope.values()));
        }
        for (var weight : weights.shapes().entrySet()) {
            if (layout.isLeftOut(weight.getKey())) {
                continue;
            }
            long[] shape = weight.getValue();
            GgufEncoding chosen =
                    shape.length == 1 || !encoding.divides(shape[shape.length - 1]) ? GgufEncoding.F32 : encoding;
            Entry entry = new Entry(layout.name(weight.getKey()), weight.getKey(), shape, chosen, offset);
            entries.add(entry);
            offset += padded(chosen.bytes(entry.values()));
        }
        return entries;
    }

    private static byte[] head(GgufKeys keys, List<Entry> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("GGUF".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(GgufKeys.int32(3));
        out.writeBytes(GgufKeys.int64(entries.size()));
        out.writeBytes(GgufKeys.int64(keys.count()));
        out.writeBytes(keys.bytes());
        for (Entry entry : entries) {
            out.writeBytes(GgufKeys.string(entry.name()));
            out.writeBytes(GgufKeys.int32(entry.shape().length));
            for (int i = entry.shape().length - 1; i >= 0; i--) {
                out.writeBytes(GgufKeys.int64(entry.shape()[i]));
            }
            out.writeBytes(GgufKeys.int32(entry.encoding().type()));
            out.writeBytes(GgufKeys.int64(entry.offset()));
        }
        out.writeBytes(new byte[(int) (padded(out.size()) - out.size())]);
        return out.toByteArray();
    }

    private static void write(WritableByteChannel out, Entry entry, FloatBuffer all) throws IOException {
        if (all.remaining() != entry.values()) {
            throw new IllegalStateException("the weight '" + entry.name() + "' came with " + all.remaining()
                    + " values, not " + entry.values());
        }
        float[] values = new float[CHUNK];
        ByteBuffer bytes = ByteBuffer.allocateDirect(CHUNK * 4).order(ByteOrder.LITTLE_ENDIAN);
        while (all.hasRemaining()) {
            int count = Math.min(CHUNK, all.remaining());
            all.get(values, 0, count);
            int overflow = entry.encoding().encode(values, count, bytes.clear());
            if (overflow >= 0) {
                throw new BadInputException("The weight '" + entry.weight() + "' holds " + values[overflow]
                        + ", which is too large for " + entry.encoding() + ": write the model as a folder in F32.");
            }
            DurableFile.writeFully(out, bytes.flip());
        }
        long size = entry.encoding().bytes(entry.values());
        DurableFile.writeFully(out, ByteBuffer.allocate((int) (padded(size) - size)));
    }

    private static long padded(long size) {
        return Math.ceilDiv(size, (long) ALIGNMENT) * ALIGNMENT;
    }
}
