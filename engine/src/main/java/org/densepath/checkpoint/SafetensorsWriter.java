package org.densepath.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.densepath.BadInputException;

/// Writes weights as safetensors that Python's `safetensors` and Hugging Face's `transformers` open. A file
/// appears whole (temporary file, fsync, rename), and one weight is in memory at a time.
public final class SafetensorsWriter {
    private static final int CHUNK = 1 << 18;

    private SafetensorsWriter() {}

    /// Writes all weights into one file, with metadata `format: pt`.
    ///
    /// Throws [BadInputException] when a finite value is too large for `type`, [java.io.UncheckedIOException]
    /// when the disk refuses; a file that was there stays as it was.
    public static void write(Path file, WeightSource weights, StoredType type) {
        write(file, weights, type, Map.of());
    }

    /// As above, with further metadata.
    public static void write(Path file, WeightSource weights, StoredType type, Map<String, String> metadata) {
        writeFile(file, weights, List.copyOf(weights.shapes().keySet()), type, metadata);
    }

    /// Writes `model.safetensors` into the folder, or, where the weights need more than `maxBytes`,
    /// `model-00001-of-0000N.safetensors` and their index. A weight larger than the limit has a file of its own.
    public static void writeModel(Path folder, WeightSource weights, StoredType type, long maxBytes) {
        List<List<String>> shards = shards(weights, type, maxBytes);
        if (shards.size() <= 1) {
            write(folder.resolve("model.safetensors"), weights, type);
            return;
        }
        ObjectNode index = JsonFile.JSON.createObjectNode();
        long total = weights.shapes().values().stream()
                .mapToLong(shape -> bytes(shape, type))
                .sum();
        index.putObject("metadata").put("total_size", total);
        ObjectNode map = index.putObject("weight_map");
        for (int i = 0; i < shards.size(); i++) {
            String name = "model-%05d-of-%05d.safetensors".formatted(i + 1, shards.size());
            writeFile(folder.resolve(name), weights, shards.get(i), type, Map.of());
            shards.get(i).forEach(weight -> map.put(weight, name));
        }
        DurableFile.write(folder.resolve("model.safetensors.index.json"), JsonFile.pretty(index));
    }

    private static List<List<String>> shards(WeightSource weights, StoredType type, long maxBytes) {
        List<List<String>> shards = new ArrayList<>();
        long room = 0;
        for (var entry : weights.shapes().entrySet()) {
            long size = bytes(entry.getValue(), type);
            if (shards.isEmpty() || size > room) {
                shards.add(new ArrayList<>());
                room = maxBytes;
            }
            shards.getLast().add(entry.getKey());
            room -= size;
        }
        return shards;
    }

    private static void writeFile(
            Path file, WeightSource weights, List<String> names, StoredType type, Map<String, String> metadata) {
        byte[] header = header(weights, names, type, metadata);
        DurableFile.write(file, out -> {
            ByteBuffer length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
            DurableFile.writeFully(out, length.putLong(0, header.length));
            DurableFile.writeFully(out, ByteBuffer.wrap(header));
            ByteBuffer bytes = ByteBuffer.allocateDirect(CHUNK * type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
            float[] values = new float[CHUNK];
            for (String name : names) {
                writeWeight(out, name, weights, type, values, bytes);
            }
        });
    }

    private static byte[] header(
            WeightSource weights, List<String> names, StoredType type, Map<String, String> metadata) {
        ObjectNode header = JsonFile.JSON.createObjectNode();
        ObjectNode about = header.putObject("__metadata__").put("format", "pt");
        metadata.forEach(about::put);
        long offset = 0;
        for (String name : names) {
            long[] shape = weights.shapes().get(name);
            ObjectNode entry = header.putObject(name).put("dtype", type.name());
            ArrayNode dimensions = entry.putArray("shape");
            Arrays.stream(shape).forEach(dimensions::add);
            long end = Math.addExact(offset, bytes(shape, type));
            entry.putArray("data_offsets").add(offset).add(end);
            offset = end;
        }
        try {
            byte[] json = JsonFile.JSON.writeValueAsString(header).getBytes(StandardCharsets.UTF_8);
            // blanks up to a multiple of eight, so that the data is aligned in a mapped file
            byte[] padded = Arrays.copyOf(json, Math.ceilDiv(json.length, 8) * 8);
            Arrays.fill(padded, json.length, padded.length, (byte) ' ');
            return padded;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void writeWeight(
            WritableByteChannel out,
            String name,
            WeightSource weights,
            StoredType type,
            float[] values,
            ByteBuffer bytes)
            throws IOException {
        FloatBuffer all = weights.values(name).duplicate();
        long[] shape = weights.shapes().get(name);
        if (all.remaining() != bytes(shape, type) / type.bytes()) {
            throw new IllegalStateException("the weight '" + name + "' of shape " + Arrays.toString(shape)
                    + " came with " + all.remaining() + " values");
        }
        while (all.hasRemaining()) {
            int count = Math.min(CHUNK, all.remaining());
            all.get(values, 0, count);
            bytes.clear();
            int overflow = type.encode(values, count, bytes);
            if (overflow >= 0) {
                throw new BadInputException("The weight '" + name + "' holds " + values[overflow]
                        + ", which is too large for " + type + ": write the model as F32.");
            }
            DurableFile.writeFully(out, bytes.flip());
        }
    }

    private static long bytes(long[] shape, StoredType type) {
        long bytes = type.bytes();
        for (long d : shape) {
            bytes = Math.multiplyExact(bytes, d);
        }
        return bytes;
    }
}
