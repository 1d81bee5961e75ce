package org.densepath;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;

/// What reading may ask of the heap: four times what the sound file takes, whatever the damaged one promises.
/// Counted is all that the thread allocates, held at one time or not, so no reader can pass by giving back.
public final class AllocationBound {
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    /// Classes loaded by the first refusal, and its stack trace.
    private static final long FIRST_USE = 4 << 20;

    private final long bytes;

    private AllocationBound(long bytes) {
        this.bytes = bytes;
    }

    @FunctionalInterface
    public interface Reading<E extends Exception> {
        void read() throws E;
    }

    /// Measured with the sound file. It is read once before, so that what is loaded only once is not counted.
    public static <E extends Exception> AllocationBound fourTimes(Reading<E> soundFile) throws E {
        soundFile.read();
        return new AllocationBound(4 * allocated(soundFile) + FIRST_USE);
    }

    public <E extends Exception> void hold(Reading<E> damagedFile) throws E {
        long taken = allocated(damagedFile);
        assertTrue(taken <= bytes, () -> "allocated " + taken + " bytes, more than " + bytes);
    }

    private static <E extends Exception> long allocated(Reading<E> reading) throws E {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        reading.read();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
