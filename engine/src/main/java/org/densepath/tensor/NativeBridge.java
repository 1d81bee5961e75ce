package org.densepath.tensor;

import ai.djl.util.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/// DJL's native bridge on the class path: the libtorch that it was built for, as `2.7.1`, and the flavours
/// (`cpu`, `cu128`) that it has for this system.
record NativeBridge(String torchVersion, List<String> flavors) {
    private static final List<String> KNOWN = List.of("cpu", "cu128", "cu126", "cu124", "cu121");

    static NativeBridge onClassPath() {
        Properties properties = new Properties();
        try (InputStream file = resource("pytorch.properties")) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String version = properties.getProperty("jni_version");
        String folder = Platform.fromSystem("pytorch").getClassifier();
        String library = System.mapLibraryName("djl_torch");
        List<String> flavors = KNOWN.stream()
                .filter(flavor ->
                        NativeBridge.class.getResource("/jnilib/" + folder + "/" + flavor + "/" + library) != null)
                .toList();
        return new NativeBridge(version.substring(0, version.indexOf('-')), flavors);
    }

    /// The flavour for a libtorch that was built for CUDA: any CUDA of one major number is as good as another.
    Optional<String> cudaFlavor() {
        return flavors.stream().filter(flavor -> flavor.startsWith("cu")).findFirst();
    }

    private static InputStream resource(String name) {
        return NativeBridge.class.getResourceAsStream("/jnilib/" + name);
    }
}
