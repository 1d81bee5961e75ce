package org.densepath.tensor;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.densepath.BadInputException;

/// Which libtorch the engine loads, chosen before it starts: the user's own where one is asked for, that of the
/// class path for CUDA where NVIDIA's driver is there, else that of the class path for the CPU.
public final class TorchLibrary {
    /// The property that names a PyTorch of the user's own, as [OwnTorch#at] takes it.
    public static final String PROPERTY = "densepath.torch";

    /// The environment variable that does the same where the property is not set.
    public static final String VARIABLE = "DENSEPATH_TORCH";

    /// Where DJL looks first, in the environment and then in the properties.
    public static final String DJL = "PYTORCH_LIBRARY_PATH";

    private TorchLibrary() {}

    /// The user's own PyTorch, where one is asked for. Throws [BadInputException] where it cannot be used.
    public static Optional<OwnTorch> own() {
        return Optional.ofNullable(System.getProperty(PROPERTY, System.getenv(VARIABLE)))
                .filter(path -> !path.isBlank())
                .map(path -> OwnTorch.at(Path.of(path)));
    }

    /// Sets what DJL goes by. Has no effect once the engine is started.
    static void choose() {
        Optional<OwnTorch> own = own();
        if (own.isPresent()) {
            if (System.getenv(DJL) != null) {
                throw new BadInputException("--torch (or " + VARIABLE + ") and the environment variable " + DJL
                        + " both name a PyTorch; leave one of them out.");
            }
            NativeBridge bridge = NativeBridge.onClassPath();
            set(own.get()
                    .requireVersion(bridge.torchVersion())
                    .settings(bridge, CudaDriver.find().isPresent()));
        } else if (System.getenv(DJL) == null && System.getProperty(DJL) == null) {
            chooseOfClassPath();
        }
    }

    private static void chooseOfClassPath() {
        List<TorchJar> here = TorchJar.here();
        if (here.isEmpty()) {
            throw new BadInputException("No libtorch for this system was built in; add --torch with a Python"
                    + " environment that has torch " + wantedVersion() + ", or build again with Maven.");
        }
        boolean driver = CudaDriver.find().isPresent();
        here.stream().filter(jar -> driver && jar.isForCuda()).findFirst().ifPresent(jar -> set(jar.unpack()));
    }

    /// The version that a PyTorch of the user's own must have, as `2.7.1`.
    public static String wantedVersion() {
        return NativeBridge.onClassPath().torchVersion();
    }

    /// Whether what was chosen is a libtorch for CUDA.
    public static boolean isForCuda() {
        return String.valueOf(System.getProperty("PYTORCH_FLAVOR", System.getenv("PYTORCH_FLAVOR")))
                .startsWith("cu");
    }

    private static void set(Map<String, String> settings) {
        settings.forEach(System::setProperty);
    }
}
