package org.densepath.tensor;

import ai.djl.util.Platform;
import ai.djl.util.Utils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A libtorch on the class path, as DJL packs it in a jar. DJL takes one for CUDA only where it finds CUDA's
/// runtime among the system's libraries; the jar brings its own, so here it is unpacked and named to DJL.
///
/// @param version with the date of its build, as `2.5.1-20241113`
/// @param flavor `cpu`, `cu124`
/// @param classifier as `linux-x86_64`
public record TorchJar(String version, String flavor, String classifier, List<String> libraries) {
    private static final Logger LOG = LoggerFactory.getLogger(TorchJar.class);

    /// All of the class path, for this system or another.
    public static List<TorchJar> all() {
        try {
            return Collections.list(loader().getResources("native/lib/pytorch.properties")).stream()
                    .map(TorchJar::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Those for this system.
    static List<TorchJar> here() {
        String here = Platform.fromSystem("pytorch").getClassifier();
        return all().stream().filter(jar -> jar.classifier().equals(here)).toList();
    }

    boolean isForCuda() {
        return flavor.startsWith("cu");
    }

    static TorchJar read(URL properties) {
        Properties all = new Properties();
        try (InputStream file = properties.openStream()) {
            all.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TorchJar(
                all.getProperty("version", ""),
                all.getProperty("flavor", ""),
                all.getProperty("classifier", ""),
                List.of(all.getProperty("libraries", "").split(",")));
    }

    /// Unpacks the libraries into DJL's folder, where they are not there yet, and gives DJL's settings for them.
    Map<String, String> unpack() {
        Path cache = Utils.getEngineCacheDir("pytorch");
        Path folder = cache.resolve(version + "-" + flavor + "-" + classifier);
        if (!Files.isRegularFile(folder.resolve(System.mapLibraryName("torch")))) {
            LOG.warn("Unpacking libtorch for CUDA to {}, once; it takes some gigabytes.", folder);
            try {
                Files.createDirectories(cache);
                Path unfinished = Files.createTempDirectory(cache, "tmp");
                for (String library : libraries) {
                    copy(library, unfinished.resolve(library));
                }
                Files.move(unfinished, folder);
            } catch (IOException e) {
                throw new UncheckedIOException("libtorch for CUDA cannot be unpacked to " + folder, e);
            }
        }
        String plain = version.contains("-") ? version.substring(0, version.indexOf('-')) : version;
        return Map.of("PYTORCH_LIBRARY_PATH", folder.toString(), "PYTORCH_VERSION", plain, "PYTORCH_FLAVOR", flavor);
    }

    private void copy(String library, Path to) throws IOException {
        String name = "pytorch/" + flavor + "/" + classifier + "/" + library;
        try (InputStream packed = loader().getResourceAsStream(name)) {
            if (packed == null) {
                throw new IOException("the class path has no " + name);
            }
            Files.copy(packed, to);
        }
    }

    private static ClassLoader loader() {
        return TorchJar.class.getClassLoader();
    }
}
