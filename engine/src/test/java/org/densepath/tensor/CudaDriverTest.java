package org.densepath.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The driver's functions, played by Java methods with the driver's signatures.
@SuppressWarnings("restricted")
class CudaDriverTest {
    private static final int FIRST_HANDLE = 40;

    private final Arena arena = Arena.ofConfined();
    private final Map<String, MemorySegment> functions = new HashMap<>();

    @AfterEach
    void close() {
        arena.close();
    }

    static int found(int flags) {
        return 0;
    }

    static int nothing(int flags) {
        return 100;
    }

    static int version(MemorySegment version) {
        return put(version, 12_080);
    }

    static int count(MemorySegment count) {
        return put(count, 2);
    }

    static int device(MemorySegment handle, int index) {
        return put(handle, FIRST_HANDLE + index);
    }

    static int name(MemorySegment name, int length, int handle) {
        name.reinterpret(length).setString(0, "GPU " + (char) ('A' + handle - FIRST_HANDLE));
        return 0;
    }

    static int memory(MemorySegment memory, int handle) {
        memory.reinterpret(Long.BYTES).set(ValueLayout.JAVA_LONG, 0, (handle - FIRST_HANDLE + 1L) << 35);
        return 0;
    }

    static int attribute(MemorySegment value, int attribute, int handle) {
        return put(value, attribute == 75 ? 9 : handle - FIRST_HANDLE);
    }

    private static int put(MemorySegment at, int value) {
        at.reinterpret(Integer.BYTES).set(ValueLayout.JAVA_INT, 0, value);
        return 0;
    }

    private CudaDriver driver(String start) throws ReflectiveOperationException {
        play("cuInit", start, int.class);
        play("cuDriverGetVersion", "version", MemorySegment.class);
        play("cuDeviceGetCount", "count", MemorySegment.class);
        play("cuDeviceGet", "device", MemorySegment.class, int.class);
        play("cuDeviceGetName", "name", MemorySegment.class, int.class, int.class);
        play("cuDeviceTotalMem_v2", "memory", MemorySegment.class, int.class);
        play("cuDeviceGetAttribute", "attribute", MemorySegment.class, int.class, int.class);
        return new CudaDriver(name -> Optional.ofNullable(functions.get(name)));
    }

    private void play(String function, String method, Class<?>... parameters) throws ReflectiveOperationException {
        MethodHandle handle = MethodHandles.lookup()
                .findStatic(CudaDriverTest.class, method, MethodType.methodType(int.class, parameters));
        MemoryLayout[] layouts = new MemoryLayout[parameters.length];
        for (int i = 0; i < layouts.length; i++) {
            layouts[i] = parameters[i] == int.class ? ValueLayout.JAVA_INT : ValueLayout.ADDRESS;
        }
        FunctionDescriptor descriptor = FunctionDescriptor.of(ValueLayout.JAVA_INT, layouts);
        functions.put(function, Linker.nativeLinker().upcallStub(handle, descriptor, arena));
    }

    @Test
    void gpusAreListedWithMemoryAndCapability() throws Exception {
        assertEquals(
                List.of(new CudaDriver.Gpu("GPU A", 32L << 30, "9.0"), new CudaDriver.Gpu("GPU B", 64L << 30, "9.1")),
                driver("found").gpus());
    }

    @Test
    void versionIsTheNewestCudaItRuns() throws Exception {
        assertEquals("12.8", driver("found").version());
    }

    @Test
    void aDriverThatDoesNotStartHasNoGpus() throws Exception {
        assertEquals(100, driver("nothing").start());
        assertEquals(List.of(), driver("nothing").gpus());
    }
}
