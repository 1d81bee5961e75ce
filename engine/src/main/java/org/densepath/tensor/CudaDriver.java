package org.densepath.tensor;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// NVIDIA's driver, asked directly (CUDA Driver API): which GPUs there are, whatever other libraries of CUDA are
/// found. CUDA_VISIBLE_DEVICES holds here as it does for torch.
@SuppressWarnings("restricted") // calls into another library are: there is no other way to ask it
public final class CudaDriver {
    private static final List<String> NAMES = List.of("libcuda.so.1", "nvcuda.dll");
    private static final AddressLayout ADDRESS = ValueLayout.ADDRESS;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final int CAPABILITY_MAJOR = 75;
    private static final int CAPABILITY_MINOR = 76;
    private static final int NAME_LENGTH = 256;

    private final SymbolLookup library;

    /// A GPU: its name, its memory in bytes, its compute capability as `9.0`.
    public record Gpu(String name, long memory, String computeCapability) {}

    CudaDriver(SymbolLookup library) {
        this.library = library;
    }

    /// The driver of this machine, where there is one.
    public static Optional<CudaDriver> find() {
        for (String name : NAMES) {
            try {
                return Optional.of(new CudaDriver(SymbolLookup.libraryLookup(name, Arena.global())));
            } catch (IllegalArgumentException e) {
                // the other system's name, or no driver
            }
        }
        return Optional.empty();
    }

    /// The newest CUDA that this driver can run, as `12.8`.
    public String version() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment version = arena.allocate(INT);
            require("cuDriverGetVersion", version);
            int number = version.get(INT, 0);
            return number / 1000 + "." + number % 1000 / 10;
        }
    }

    /// What the driver answers when it is started: 0, or its error (100: it finds no GPU).
    public int start() {
        return call("cuInit", 0);
    }

    /// All GPUs that may be used, in torch's order; none where the driver does not start.
    public List<Gpu> gpus() {
        if (start() != 0) {
            return List.of();
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment count = arena.allocate(INT);
            require("cuDeviceGetCount", count);
            List<Gpu> gpus = new ArrayList<>();
            for (int i = 0; i < count.get(INT, 0); i++) {
                gpus.add(gpu(arena, i));
            }
            return gpus;
        }
    }

    private Gpu gpu(Arena arena, int index) {
        MemorySegment device = arena.allocate(INT);
        require("cuDeviceGet", device, index);
        int handle = device.get(INT, 0);
        MemorySegment name = arena.allocate(NAME_LENGTH);
        require("cuDeviceGetName", name, NAME_LENGTH, handle);
        MemorySegment memory = arena.allocate(ValueLayout.JAVA_LONG);
        require("cuDeviceTotalMem_v2", memory, handle);
        String capability =
                attribute(arena, CAPABILITY_MAJOR, handle) + "." + attribute(arena, CAPABILITY_MINOR, handle);
        return new Gpu(name.getString(0), memory.get(ValueLayout.JAVA_LONG, 0), capability);
    }

    private int attribute(Arena arena, int attribute, int handle) {
        MemorySegment value = arena.allocate(INT);
        require("cuDeviceGetAttribute", value, attribute, handle);
        return value.get(INT, 0);
    }

    private void require(String function, Object... arguments) {
        int error = call(function, arguments);
        if (error != 0) {
            throw new IllegalStateException("NVIDIA's driver answers " + function + " with error " + error);
        }
    }

    /// All functions return an error number and take addresses and ints.
    private int call(String function, Object... arguments) {
        MemoryLayout[] layouts = Stream.of(arguments)
                .map(argument -> argument instanceof Integer ? INT : ADDRESS)
                .toArray(MemoryLayout[]::new);
        MemorySegment address = library.find(function)
                .orElseThrow(() -> new IllegalStateException("NVIDIA's driver has no function " + function));
        try {
            return (int) Linker.nativeLinker()
                    .downcallHandle(address, FunctionDescriptor.of(INT, layouts))
                    .invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new IllegalStateException("NVIDIA's driver cannot be called: " + function, e);
        }
    }
}
