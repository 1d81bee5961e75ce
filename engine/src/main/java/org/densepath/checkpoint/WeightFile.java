package org.densepath.checkpoint;

import java.nio.FloatBuffer;
import java.util.Map;

/// Named weights on disk, read one at a time and widened to float32.
public interface WeightFile extends AutoCloseable {
    /// All weights, in file order: name to shape and stored type.
    Map<String, WeightInfo> weights();

    /// Writes the weight's values, row-major in Hugging Face's order, into `target` from its position on and
    /// moves the position behind them. Values are as stored: not-a-number stays so. Throws
    /// [org.densepath.BadInputException] when the weight is missing or its type is not read,
    /// [IllegalArgumentException] when `target` is too small. Thread-safe: two weights may be read at once.
    void read(String name, FloatBuffer target);

    @Override
    void close();

    /// Shape in Hugging Face's order (rows first) and the type it is stored in, as its format spells it (`F32`,
    /// `BF16`, `Q4_1`).
    record WeightInfo(long[] shape, String storedAs) {
        public long size() {
            long n = 1;
            for (long d : shape) {
                n = Math.multiplyExact(n, d);
            }
            return n;
        }
    }
}
