package org.densepath.checkpoint;

/// The types a metadata value of GGUF may have, and how each is read.
final class GgufValue {
    static final int UINT8 = 0;
    static final int INT8 = 1;
    static final int UINT16 = 2;
    static final int INT16 = 3;
    static final int UINT32 = 4;
    static final int INT32 = 5;
    static final int FLOAT32 = 6;
    static final int BOOL = 7;
    static final int STRING = 8;
    static final int ARRAY = 9;
    static final int UINT64 = 10;
    static final int INT64 = 11;
    static final int FLOAT64 = 12;

    private GgufValue() {}

    /// A `Long`, `Double`, `Boolean`, `String` or [GgufArray]. Throws [org.densepath.BadInputException] when the
    /// type is unknown or the value leaves the file.
    static Object read(GgufCursor at, int type, String key) {
        return switch (type) {
            case UINT8 -> (long) (at.int8(key) & 0xFF);
            case INT8 -> (long) at.int8(key);
            case UINT16 -> (long) (at.int16(key) & 0xFFFF);
            case INT16 -> (long) at.int16(key);
            case UINT32 -> at.int32(key) & 0xFFFF_FFFFL;
            case INT32 -> (long) at.int32(key);
            case FLOAT32 -> (double) Float.intBitsToFloat(at.int32(key));
            case BOOL -> at.int8(key) != 0;
            case STRING -> at.text(key);
            case ARRAY -> GgufArray.read(at, key);
            case UINT64, INT64 -> at.int64(key);
            case FLOAT64 -> Double.longBitsToDouble(at.int64(key));
            default -> throw at.bad("the metadata key '" + key + "' has the unknown type " + type);
        };
    }

    /// The fewest bytes a value of this type takes (an empty text has its length field), or 0 for an unknown
    /// type.
    static int leastBytes(int type) {
        return switch (type) {
            case UINT8, INT8, BOOL -> 1;
            case UINT16, INT16 -> 2;
            case UINT32, INT32, FLOAT32 -> 4;
            case UINT64, INT64, FLOAT64, STRING -> 8;
            case ARRAY -> 12;
            default -> 0;
        };
    }
}
