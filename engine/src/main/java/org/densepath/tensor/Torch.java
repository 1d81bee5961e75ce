package org.densepath.tensor;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.pytorch.jni.LibUtils;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.densepath.BadInputException;

/// The started torch engine on one device: scopes to allocate in, kernels to call, gradient mode, threads. One
/// per process is enough; it is closed when the process ends.
public final class Torch implements AutoCloseable {
    private final ComputeDevice device;
    private final Scope root;
    private final Kernels kernels;

    private Torch(ComputeDevice device, Scope root, Kernels kernels) {
        this.device = device;
        this.root = root;
        this.kernels = kernels;
    }

    /// Starts the engine. `device` as in [ComputeDevice#of]; `threads` for arithmetic inside an operation (0:
    /// leave as is).
    public static Torch start(String device, ComputeDevice.Precision precision, int threads) {
        return start(ComputeDevice.of(device, precision, gpus()), threads);
    }

    /// The same on a device that was chosen before.
    public static Torch start(ComputeDevice device, int threads) {
        Engine engine = engine();
        if (threads > 0) {
            JniUtils.setNumThreads(threads);
        }
        JniUtils.setGraphExecutorOptimize(false);
        JniUtils.setGradMode(false);
        Scope root = new Scope(engine.newBaseManager(device.djl()));
        return new Torch(device, root, Kernels.load(root, device.equals(ComputeDevice.cpu())));
    }

    /// The engine for frozen models beside a policy here: on a second GPU where there is one and what was `asked`
    /// of [#start] leaves the choice open, else this one.
    public Torch forFrozen(String asked) {
        ComputeDevice chosen = device.forFrozen(asked, gpus());
        return chosen.equals(device) ? this : start(chosen, 0);
    }

    public static Torch cpu(int threads) {
        return start("cpu", ComputeDevice.Precision.FLOAT32, threads);
    }

    public ComputeDevice device() {
        return device;
    }

    public Kernels kernels() {
        return kernels;
    }

    /// A new scope; the caller closes it.
    public Scope scope() {
        return root.open();
    }

    public int threads() {
        return JniUtils.getNumThreads();
    }

    /// `torch 2.7.1, DJL 0.35.1`.
    public static String version() {
        return "torch " + engine().getVersion() + ", DJL " + Engine.getDjlVersion();
    }

    /// The folder that libtorch was loaded from.
    public static Path libraryFolder() {
        engine();
        return Path.of(LibUtils.getLibtorchPath());
    }

    /// How many CUDA GPUs torch can compute on.
    public static int gpus() {
        boolean cuda = engine().hasCapability("CUDA");
        // torch names its GPUs only to its own programs; the driver shows the same ones
        return cuda ? CudaDriver.find().map(driver -> driver.gpus().size()).orElse(0) : 0;
    }

    /// The memory of the GPU that this computes on, in bytes, whoever uses it; empty on the CPU.
    public Optional<Long> gpuMemory() {
        return device.isCpu()
                ? Optional.empty()
                : CudaDriver.find()
                        .map(driver ->
                                driver.gpus().get(device.djl().getDeviceId()).memory());
    }

    /// Throws [BadInputException] where a PyTorch of the user's own cannot be used.
    private static Engine engine() {
        // Nothing is fetched at run time, and nobody is told that it ran.
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        TorchLibrary.choose();
        try {
            return Engine.getEngine("PyTorch");
        } catch (EngineException e) {
            Optional<OwnTorch> own = TorchLibrary.own();
            if (own.isEmpty() || e.getCause() == null) {
                throw e;
            }
            throw new BadInputException(
                    "The PyTorch in " + own.get().folder() + " cannot be loaded ("
                            + e.getCause().getMessage() + "); install it again with all that it needs.",
                    e);
        }
    }

    /// Runs `work` with autograd recording in this thread, and switches it off afterwards. (Grad mode is per
    /// thread and on in new ones.)
    public <T> T withGradients(Supplier<T> work) {
        JniUtils.setGradMode(true);
        try {
            return work.get();
        } finally {
            JniUtils.setGradMode(false);
        }
    }

    /// Runs `work` without autograd: nothing is kept for a backward pass.
    public <T> T withoutGradients(Supplier<T> work) {
        boolean before = JniUtils.isGradMode();
        JniUtils.setGradMode(false);
        try {
            return work.get();
        } finally {
            JniUtils.setGradMode(before);
        }
    }

    @Override
    public void close() {
        root.close();
    }
}
