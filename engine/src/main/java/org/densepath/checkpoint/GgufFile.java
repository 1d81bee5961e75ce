package org.densepath.checkpoint;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.densepath.BadInputException;

/// A GGUF file's weights, memory-mapped, de-quantised as they are read, in Hugging Face's names, shapes and
/// order.
///
/// Row r = (head, half s, i) of a Llama's q and k lies at row (head, i, s) of the file, i.e. each head's rows are
/// transposed from [2, d/2] to [d/2, 2].
public final class GgufFile implements WeightFile {
    /// A list of factors for rotary scaling, which Hugging Face keeps in `config.json` instead.
    static final String ROPE_FACTORS = "rope_freqs.weight";

    private final String file;
    private final MemorySegment bytes;
    private final AutoCloseable mapping;
    private final GgufHeader header;
    private final GgufArchitecture architecture;
    private final Map<String, String> tensorOf = new LinkedHashMap<>();
    private final Map<String, WeightInfo> weights = new LinkedHashMap<>();

    /// Bytes that lie in memory already, for tests of many small files.
    GgufFile(String file, MemorySegment bytes, AutoCloseable mapping) {
        this.file = file;
        this.bytes = bytes;
        this.mapping = mapping;
        header = GgufHeader.parse(file, bytes);
        architecture = GgufArchitecture.of(file, header.metadata());
        header.tensors().forEach((tensor, info) -> {
            if (!tensor.equals(ROPE_FACTORS)) {
                add(tensor, info);
            }
        });
    }

    private void add(String tensor, GgufHeader.Tensor info) {
        String name = architecture
                .huggingFaceName(tensor)
                .orElseThrow(() -> new BadInputException(file + " has the tensor '" + tensor
                        + "', for which a dense model of the architecture '" + architecture.key() + "' has no place."));
        if (architecture.isInterleaved(tensor)) {
            requireWholeHeads(tensor, info);
        }
        if (tensorOf.put(name, tensor) != null) {
            throw new BadInputException(file + " has two tensors for the weight '" + name + "'.");
        }
        weights.put(name, new WeightInfo(info.shape(), info.type().name()));
    }

    private void requireWholeHeads(String tensor, GgufHeader.Tensor info) {
        long heads = heads(tensor);
        if (heads < 1 || info.shape()[0] % (2 * heads) != 0) {
            throw new BadInputException(file + ": the " + info.shape()[0] + " rows of '" + tensor
                    + "' are not even for " + heads + " heads: the file is damaged; get it again.");
        }
    }

    /// Opens the file and checks its header; the data is not touched. Throws [BadInputException] when it is
    /// missing, cut off, damaged, or of a kind that is not read.
    public static GgufFile open(Path file) {
        MappedFile mapped = MappedFile.open(file);
        try {
            return new GgufFile(file.toString(), mapped.bytes(), mapped);
        } catch (RuntimeException e) {
            mapped.close();
            throw e;
        }
    }

    @Override
    public Map<String, WeightInfo> weights() {
        return Collections.unmodifiableMap(weights);
    }

    GgufMetadata metadata() {
        return header.metadata();
    }

    GgufArchitecture architecture() {
        return architecture;
    }

    @Override
    public void read(String name, FloatBuffer target) {
        String tensor = tensorOf.get(name);
        if (tensor == null) {
            throw new BadInputException(file + " has no weight '" + name + "'.");
        }
        GgufHeader.Tensor info = header.tensors().get(tensor);
        if (architecture.isInterleaved(tensor)) {
            readInterleaved(info, (int) heads(tensor), target);
        } else {
            float shift = architecture.shift(tensor);
            FloatDecoding.fill(target, info.values(), (from, count, out) -> {
                decode(info, from, count, new byte[bytes(info, count)], out);
                for (int i = 0; shift != 0 && i < count; i++) {
                    out[i] -= shift;
                }
            });
        }
    }

    /// The factors for rotary scaling, if the file has some.
    float[] ropeFactors() {
        GgufHeader.Tensor info = header.tensors().get(ROPE_FACTORS);
        if (info == null) {
            return new float[0];
        }
        FloatBuffer factors = FloatBuffer.allocate(Math.toIntExact(info.values()));
        FloatDecoding.fill(
                factors, info.values(), (from, n, out) -> decode(info, from, n, new byte[bytes(info, n)], out));
        return factors.array();
    }

    private void readInterleaved(GgufHeader.Tensor info, int heads, FloatBuffer target) {
        FloatDecoding.requireRoom(target, info.values());
        int rows = (int) info.shape()[0];
        int columns = (int) (info.values() / rows);
        int half = rows / heads / 2;
        int start = target.position();
        FloatDecoding.inLanes(rows, Math.max(1, FloatDecoding.CHUNK / columns), (from, to) -> {
            byte[] stored = new byte[bytes(info, columns)];
            float[] row = new float[columns];
            for (int r = from; r < to; r++) {
                int head = r / (2 * half);
                int s = r / half % 2;
                int i = r % half;
                long storedRow = (long) head * 2 * half + 2L * i + s;
                decode(info, storedRow * columns, columns, stored, row);
                target.put(start + r * columns, row);
            }
        });
        target.position(start + rows * columns);
    }

    /// Values `[from, from + count)` in the file's order; `from` and `count` are whole blocks.
    private void decode(GgufHeader.Tensor info, long from, int count, byte[] stored, float[] out) {
        GgmlType type = info.type();
        long at = header.data() + info.begin() + from / type.blockValues() * type.blockBytes();
        int length = bytes(info, count);
        MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, at, stored, 0, length);
        type.decode(stored, 0, count / type.blockValues(), out);
    }

    private static int bytes(GgufHeader.Tensor info, int count) {
        return count / info.type().blockValues() * info.type().blockBytes();
    }

    /// Rows of k, and of a bias of k, are counted in key/value heads.
    private long heads(String tensor) {
        String attention = architecture.key() + ".attention.";
        long heads = header.metadata().requiredCount(attention + "head_count");
        return tensor.contains(".attn_k.")
                ? header.metadata().count(attention + "head_count_kv").orElse(heads)
                : heads;
    }

    @Override
    public void close() {
        try {
            mapping.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
