package org.densepath.checkpoint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.densepath.BadInputException;

/// A safetensors file's table of contents: 8 bytes of length n, n bytes of JSON `{name: {dtype, shape,
/// data_offsets}}`, then the data, which the weights must fill without gap or overlap.
///
/// @param data where the data begins in the file
record SafetensorsHeader(Map<String, Entry> entries, Map<String, String> metadata, long data) {
    /// The same limit as the reference implementation's.
    static final long MAX_LENGTH = 100_000_000;

    private static final int MAX_RANK = 16;
    private static final JsonFactory JSON = new JsonFactory();
    private static final ValueLayout.OfLong LENGTH = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final Map<String, Integer> BYTES_PER_VALUE = Map.ofEntries(
            Map.entry("BOOL", 1),
            Map.entry("U8", 1),
            Map.entry("I8", 1),
            Map.entry("F8_E4M3", 1),
            Map.entry("F8_E5M2", 1),
            Map.entry("F8_E8M0", 1),
            Map.entry("I16", 2),
            Map.entry("U16", 2),
            Map.entry("F16", 2),
            Map.entry("BF16", 2),
            Map.entry("I32", 4),
            Map.entry("U32", 4),
            Map.entry("F32", 4),
            Map.entry("I64", 8),
            Map.entry("U64", 8),
            Map.entry("F64", 8),
            Map.entry("C64", 8));

    /// One weight; `begin` and `end` count from the start of the data.
    record Entry(String dtype, long[] shape, long begin, long end) {
        long values() {
            return (end - begin) / BYTES_PER_VALUE.get(dtype);
        }
    }

    /// Reads and checks the header of the whole file's bytes; `file` is only named in messages. Throws
    /// [BadInputException].
    static SafetensorsHeader parse(String file, MemorySegment bytes) {
        if (bytes.byteSize() < 8) {
            throw new BadInputException(
                    file + " has " + bytes.byteSize() + " bytes, too few for a safetensors file: get it again.");
        }
        long length = bytes.get(LENGTH, 0);
        if (length < 2 || length > MAX_LENGTH || length > bytes.byteSize() - 8) {
            throw new BadInputException(file + " says its header has " + Long.toUnsignedString(length)
                    + " bytes, but the file has " + bytes.byteSize()
                    + ": it is cut off or no safetensors file; get it again.");
        }
        byte[] json = bytes.asSlice(8, length).toArray(ValueLayout.JAVA_BYTE);
        Map<String, Entry> entries = new LinkedHashMap<>();
        Map<String, String> metadata = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(json)) {
            new Reader(file, parser).read(entries, metadata);
        } catch (IOException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new BadInputException(
                    file + " has a header that is not readable JSON (" + reason + "): get it again.", e);
        }
        requireNoGapOrOverlap(file, entries, bytes.byteSize() - 8 - length);
        return new SafetensorsHeader(
                Collections.unmodifiableMap(entries), Collections.unmodifiableMap(metadata), 8 + length);
    }

    private static void requireNoGapOrOverlap(String file, Map<String, Entry> entries, long dataLength) {
        List<Map.Entry<String, Entry>> inOrder = new ArrayList<>(entries.entrySet());
        inOrder.sort(Comparator.comparingLong(
                        (Map.Entry<String, Entry> e) -> e.getValue().begin())
                .thenComparingLong(e -> e.getValue().end()));
        long end = 0;
        for (var named : inOrder) {
            Entry entry = named.getValue();
            if (entry.end > dataLength) {
                throw new BadInputException(file + ": the weight '" + named.getKey() + "' ends at byte " + entry.end
                        + " of the data, which has only " + dataLength + ": the file is cut off; get it again.");
            }
            if (entry.begin != end) {
                throw new BadInputException(file + ": the weight '" + named.getKey() + "' begins at byte "
                        + entry.begin + " of the data where " + end
                        + " was expected: weights overlap or leave a gap; get the file again.");
            }
            end = entry.end;
        }
        if (end != dataLength) {
            throw new BadInputException(
                    file + " has " + (dataLength - end) + " bytes after its last weight: it is damaged; get it again.");
        }
    }

    /// Reads the JSON piece by piece, so that a hostile header builds nothing but weights.
    private record Reader(String file, JsonParser json) {
        void read(Map<String, Entry> entries, Map<String, String> metadata) throws IOException {
            require(json.nextToken() == JsonToken.START_OBJECT, "is not an object");
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                require(json.nextToken() == JsonToken.START_OBJECT, "has no object for '" + name + "'");
                if (name.equals("__metadata__")) {
                    readMetadata(metadata);
                } else {
                    require(entries.put(name, readEntry(name)) == null, "names '" + name + "' twice");
                }
            }
            require(json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null, "does not end");
        }

        private void readMetadata(Map<String, String> metadata) throws IOException {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String key = json.currentName();
                require(json.nextToken() == JsonToken.VALUE_STRING, "has metadata that is not text");
                metadata.put(key, json.getText());
            }
        }

        private Entry readEntry(String name) throws IOException {
            String dtype = null;
            long[] shape = null;
            long[] offsets = null;
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                switch (field) {
                    case "dtype" -> dtype = json.getText();
                    case "shape" -> shape = readNumbers(name, MAX_RANK);
                    case "data_offsets" -> offsets = readNumbers(name, 2);
                    default -> require(false, "has the unknown field '" + field + "' for '" + name + "'");
                }
            }
            require(
                    dtype != null && shape != null && offsets != null && offsets.length == 2,
                    "lacks dtype, shape or data_offsets for '" + name + "'");
            Integer width = BYTES_PER_VALUE.get(dtype);
            require(width != null, "gives '" + name + "' the unknown type '" + dtype + "'");
            require(
                    bytes(shape, width) == offsets[1] - offsets[0],
                    "gives '" + name + "' the shape " + Arrays.toString(shape) + " of " + dtype + ", but "
                            + (offsets[1] - offsets[0]) + " bytes");
            return new Entry(dtype, shape, offsets[0], offsets[1]);
        }

        private long[] readNumbers(String name, int most) throws IOException {
            require(json.currentToken() == JsonToken.START_ARRAY, "has no list of numbers for '" + name + "'");
            long[] numbers = new long[most];
            int n = 0;
            while (json.nextToken() == JsonToken.VALUE_NUMBER_INT) {
                require(n < most, "has a list of more than " + most + " numbers for '" + name + "'");
                numbers[n] = json.getLongValue();
                require(numbers[n] >= 0, "has a negative number for '" + name + "'");
                n++;
            }
            require(json.currentToken() == JsonToken.END_ARRAY, "has no list of whole numbers for '" + name + "'");
            return Arrays.copyOf(numbers, n);
        }

        /// -1 where the product leaves the range of `long`: no file has so many bytes.
        private static long bytes(long[] shape, int width) {
            try {
                long bytes = width;
                for (long d : shape) {
                    bytes = Math.multiplyExact(bytes, d);
                }
                return bytes;
            } catch (ArithmeticException e) {
                return -1;
            }
        }

        private void require(boolean condition, String whatIsWrong) {
            if (!condition) {
                throw new BadInputException(
                        file + " has a safetensors header that " + whatIsWrong + ": it is damaged; get it again.");
            }
        }
    }
}
