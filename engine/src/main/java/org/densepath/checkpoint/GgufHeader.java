package org.densepath.checkpoint;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.densepath.BadInputException;

/// What stands before the data of a GGUF file (version 2 or 3): metadata, and each tensor's shape, type and
/// place.
///
/// @param data where the data begins in the file
record GgufHeader(GgufMetadata metadata, Map<String, Tensor> tensors, long data) {
    static final int MAGIC = 'G' | 'G' << 8 | 'U' << 16 | 'F' << 24;

    /// The largest models have some thousands of tensors.
    private static final int MAX_TENSORS = 100_000;

    private static final int MAX_RANK = 4;

    /// One tensor. `ne` is in GGUF's order, the contiguous dimension first; `begin` counts from the start of the
    /// data.
    record Tensor(long[] ne, GgmlType type, long begin) {
        long values() {
            long n = 1;
            for (long d : ne) {
                n *= d;
            }
            return n;
        }

        long bytes() {
            return values() / type.blockValues() * type.blockBytes();
        }

        /// Rows first, as Hugging Face gives shapes.
        long[] shape() {
            long[] shape = new long[ne.length];
            for (int i = 0; i < ne.length; i++) {
                shape[i] = ne[ne.length - 1 - i];
            }
            return shape;
        }
    }

    /// Reads and checks the header of the whole file's bytes; `file` is only named in messages. Throws
    /// [BadInputException].
    static GgufHeader parse(String file, MemorySegment bytes) {
        GgufCursor at = new GgufCursor(file, bytes, 0);
        if (at.int32("the magic number") != MAGIC) {
            throw new BadInputException(file + " is no GGUF file: it does not begin with 'GGUF'.");
        }
        int version = at.int32("the version");
        if (version != 2 && version != 3) {
            boolean bigEndian = Integer.reverseBytes(version) == 2 || Integer.reverseBytes(version) == 3;
            String found = bigEndian ? "in big-endian byte order" : "of version " + Integer.toUnsignedString(version);
            throw new BadInputException(file + " is a GGUF file " + found
                    + "; versions 2 and 3 in little-endian order are read: convert it anew.");
        }
        long tensorCount = at.int64("the number of tensors");
        long keyCount = at.int64("the number of metadata keys");
        if (tensorCount < 0 || tensorCount > MAX_TENSORS) {
            throw at.bad("it says it has " + Long.toUnsignedString(tensorCount) + " tensors");
        }
        GgufMetadata metadata = GgufMetadata.read(at, keyCount);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (long i = 0; i < tensorCount; i++) {
            String name = at.text("the name of tensor " + i);
            if (tensors.put(name, tensor(at, name)) != null) {
                throw at.bad("the tensor '" + name + "' is there twice");
            }
        }
        long alignment = metadata.count("general.alignment").orElse(32);
        if (alignment < 1 || Long.bitCount(alignment) != 1) {
            throw at.bad("the alignment " + alignment + " is no power of two");
        }
        long data = Math.ceilDiv(at.position(), alignment) * alignment;
        requireWithinAndApart(at, tensors, bytes.byteSize() - data, alignment);
        return new GgufHeader(metadata, Collections.unmodifiableMap(tensors), data);
    }

    private static Tensor tensor(GgufCursor at, String name) {
        int rank = at.int32("the rank of '" + name + "'");
        if (rank < 1 || rank > MAX_RANK) {
            throw at.bad("the tensor '" + name + "' has " + Integer.toUnsignedString(rank) + " dimensions");
        }
        long[] ne = new long[rank];
        long values = 1;
        for (int i = 0; i < rank; i++) {
            ne[i] = at.int64("the shape of '" + name + "'");
            // no type packs more than 8 values into a byte, so no file has more values than that
            if (ne[i] < 1 || ne[i] > at.bytes().byteSize() * 8 / values) {
                throw at.bad("the tensor '" + name + "' has the shape " + Arrays.toString(Arrays.copyOf(ne, i + 1))
                        + ", more than the file can hold");
            }
            values *= ne[i];
        }
        int id = at.int32("the type of '" + name + "'");
        GgmlType type = GgmlType.of(id)
                .orElseThrow(() -> new BadInputException(at.file() + " stores '" + name + "' as "
                        + GgmlType.nameOf(id)
                        + ", which is not read: take the model in F32, F16, BF16, Q8_0, Q4_0, Q4_1, Q5_0,"
                        + " Q5_1 or Q2_K to Q6_K."));
        if (ne[0] % type.blockValues() != 0) {
            throw at.bad(
                    "the tensor '" + name + "' has rows of " + ne[0] + " values, which are no whole blocks of " + type);
        }
        return new Tensor(ne, type, at.int64("the offset of '" + name + "'"));
    }

    private static void requireWithinAndApart(
            GgufCursor at, Map<String, Tensor> tensors, long dataLength, long alignment) {
        List<Map.Entry<String, Tensor>> inOrder = new ArrayList<>(tensors.entrySet());
        inOrder.sort(Comparator.comparingLong(e -> e.getValue().begin()));
        long end = 0;
        for (var named : inOrder) {
            Tensor tensor = named.getValue();
            String name = named.getKey();
            if (tensor.begin < 0 || tensor.begin % alignment != 0) {
                throw at.bad("the tensor '" + name + "' begins at " + Long.toUnsignedString(tensor.begin)
                        + ", which is no multiple of " + alignment);
            }
            if (tensor.begin > dataLength || tensor.bytes() > dataLength - tensor.begin) {
                throw at.bad("the tensor '" + name + "' needs bytes " + tensor.begin + " to "
                        + (tensor.begin + tensor.bytes()) + " of the data, which has "
                        + Math.max(0, dataLength));
            }
            if (tensor.begin < end) {
                throw at.bad("the tensor '" + name + "' begins at " + tensor.begin
                        + " of the data, inside the one before it");
            }
            end = tensor.begin + tensor.bytes();
        }
    }
}
