package org.densepath.checkpoint;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.densepath.BadInputException;

/// One safetensors file, memory-mapped. F32, F16, BF16 and F64 are read; other types are listed but not read.
public final class SafetensorsFile implements WeightFile {
    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfDouble DOUBLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final String file;
    private final MemorySegment bytes;
    private final AutoCloseable mapping;
    private final SafetensorsHeader header;
    private final Map<String, WeightInfo> weights;

    /// Bytes that lie in memory already, for tests of many small files.
    SafetensorsFile(String file, MemorySegment bytes, AutoCloseable mapping) {
        this.file = file;
        this.bytes = bytes;
        this.mapping = mapping;
        header = SafetensorsHeader.parse(file, bytes);
        Map<String, WeightInfo> infos = new LinkedHashMap<>();
        header.entries().forEach((name, e) -> infos.put(name, new WeightInfo(e.shape(), e.dtype())));
        weights = Collections.unmodifiableMap(infos);
    }

    /// Opens the file and checks its header; the data is not touched. Throws [BadInputException] when it is
    /// missing, cut off or damaged.
    public static SafetensorsFile open(Path file) {
        MappedFile mapped = MappedFile.open(file);
        try {
            return new SafetensorsFile(file.toString(), mapped.bytes(), mapped);
        } catch (RuntimeException e) {
            mapped.close();
            throw e;
        }
    }

    @Override
    public Map<String, WeightInfo> weights() {
        return weights;
    }

    /// The header's `__metadata__`, for instance `format: pt`.
    public Map<String, String> metadata() {
        return header.metadata();
    }

    @Override
    public void read(String name, FloatBuffer target) {
        SafetensorsHeader.Entry entry = header.entries().get(name);
        if (entry == null) {
            throw new BadInputException(file + " has no weight '" + name + "'.");
        }
        MemorySegment stored = bytes.asSlice(header.data() + entry.begin(), entry.end() - entry.begin());
        switch (entry.dtype()) {
            case "F32" -> copy(stored, entry.values(), target);
            case "F16" -> FloatDecoding.fill(target, entry.values(), halves(stored));
            case "BF16" -> FloatDecoding.fill(target, entry.values(), brains(stored));
            case "F64" -> FloatDecoding.fill(target, entry.values(), doubles(stored));
            default ->
                throw new BadInputException(file + " stores the weight '" + name + "' as " + entry.dtype()
                        + ", but only F32, F16, BF16 and F64 can be read: convert the model to BF16.");
        }
    }

    private static void copy(MemorySegment stored, long values, FloatBuffer target) {
        FloatDecoding.requireRoom(target, values);
        MemorySegment room = MemorySegment.ofBuffer(target);
        MemorySegment.copy(
                stored, FLOAT, 0, room, ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(target.order()), 0, values);
        target.position(target.position() + (int) values);
    }

    static FloatDecoding.Span halves(MemorySegment stored) {
        return (from, count, out) -> {
            short[] bits = new short[count];
            MemorySegment.copy(stored, SHORT, from * 2, bits, 0, count);
            for (int i = 0; i < count; i++) {
                out[i] = Float.float16ToFloat(bits[i]);
            }
        };
    }

    static FloatDecoding.Span brains(MemorySegment stored) {
        return (from, count, out) -> {
            short[] bits = new short[count];
            MemorySegment.copy(stored, SHORT, from * 2, bits, 0, count);
            for (int i = 0; i < count; i++) {
                out[i] = Float.intBitsToFloat(bits[i] << 16);
            }
        };
    }

    private static FloatDecoding.Span doubles(MemorySegment stored) {
        return (from, count, out) -> {
            for (int i = 0; i < count; i++) {
                out[i] = (float) stored.get(DOUBLE, (from + i) * 8);
            }
        };
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
