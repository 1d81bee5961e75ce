package org.densepath.tensor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.densepath.BadInputException;

/// A PyTorch of the user's own, whose libtorch takes the place of the one on the class path.
///
/// @param folder where `libtorch.so` lies
/// @param version as `2.7.1`
/// @param cuda the CUDA that it was built for, as `12.6`; empty where it was built for the CPU
public record OwnTorch(Path folder, String version, String cuda) {
    private static final String LIBRARY = System.mapLibraryName("torch");
    private static final Pattern VERSION = Pattern.compile("__version__ = '([^']+)'");
    private static final Pattern CUDA = Pattern.compile("cuda: Optional\\[str\\] = '([^']+)'");
    private static final Pattern CUDA_SUFFIX = Pattern.compile("cu(\\d+)(\\d)");

    /// The libtorch that `path` leads to: its own folder, that of a libtorch or of the package `torch`, a folder
    /// of packages, a Python environment, or a Python interpreter. Throws [BadInputException] where there is
    /// none, or one whose version or kind is not known.
    public static OwnTorch at(Path path) {
        Path from = path.toAbsolutePath().normalize();
        Path folder = candidates(from).stream()
                .filter(candidate -> Files.isRegularFile(candidate.resolve(LIBRARY)))
                .findFirst()
                .orElseThrow(() -> new BadInputException("There is no PyTorch at " + from + ": name a folder with "
                        + LIBRARY + ", or a Python environment or interpreter that torch is installed for."));
        return read(folder);
    }

    /// The PyTorch of the Python environment that is at work in `environment` (VIRTUAL_ENV, CONDA_PREFIX), where
    /// there is one that can be read.
    public static Optional<OwnTorch> ofEnvironment(Map<String, String> environment) {
        for (String name : List.of("VIRTUAL_ENV", "CONDA_PREFIX")) {
            String value = environment.get(name);
            if (value != null && !value.isBlank()) {
                try {
                    return Optional.of(at(Path.of(value)));
                } catch (BadInputException e) {
                    // an environment without it, or with one that is of no use here
                }
            }
        }
        return Optional.empty();
    }

    /// Throws [BadInputException] where the class path's bridge was built for another version.
    OwnTorch requireVersion(String wanted) {
        if (!version.equals(wanted)) {
            throw new BadInputException(
                    "The PyTorch in " + folder + " is version " + version + ", and this program needs " + wanted
                            + ": pip install torch==" + wanted + ", or leave --torch out.");
        }
        return this;
    }

    /// DJL's settings that make the engine load it. Without a driver a build for CUDA computes on the CPU.
    Map<String, String> settings(NativeBridge bridge, boolean driver) {
        String flavor = driver && !cuda.isEmpty() ? bridge.cudaFlavor().orElse("cpu") : "cpu";
        return Map.of("PYTORCH_LIBRARY_PATH", folder.toString(), "PYTORCH_VERSION", version, "PYTORCH_FLAVOR", flavor);
    }

    private static List<Path> candidates(Path from) {
        List<Path> all = new ArrayList<>();
        List<Path> roots = new ArrayList<>(List.of(from));
        if (Files.isRegularFile(from)) {
            // an interpreter: PREFIX/bin/python, on Windows PREFIX\python.exe or PREFIX\Scripts\python.exe
            roots = Stream.iterate(from.getParent(), parent -> parent != null, Path::getParent)
                    .limit(2)
                    .toList();
        }
        for (Path root : roots) {
            all.add(root);
            all.add(root.resolve("lib"));
            all.add(root.resolve("torch").resolve("lib"));
            all.add(root.resolve("Lib")
                    .resolve("site-packages")
                    .resolve("torch")
                    .resolve("lib"));
            for (String lib : List.of("lib", "lib64", "local/lib")) {
                for (Path python : pythons(root.resolve(lib))) {
                    all.add(python.resolve("site-packages").resolve("torch").resolve("lib"));
                    all.add(python.resolve("dist-packages").resolve("torch").resolve("lib"));
                }
            }
        }
        return all;
    }

    private static List<Path> pythons(Path lib) {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(lib)) {
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(lib, "python3*")) {
                folders.forEach(found::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    /// The package says its version in `torch/version.py`, a libtorch in `build-version`.
    private static OwnTorch read(Path folder) {
        String python = text(folder.resolveSibling("version.py"));
        Matcher version = VERSION.matcher(python);
        String full = version.find()
                ? version.group(1)
                : text(folder.resolveSibling("build-version")).strip();
        if (full.isEmpty()) {
            throw new BadInputException("The version of the libtorch in " + folder
                    + " is not known: beside its folder there is neither version.py nor build-version.");
        }
        int plus = full.indexOf('+');
        String suffix = plus < 0 ? "" : full.substring(plus + 1);
        if (suffix.startsWith("rocm") || suffix.startsWith("xpu")) {
            throw new BadInputException("The PyTorch in " + folder + " is built for " + suffix
                    + "; only builds for the CPU or CUDA can be used.");
        }
        Matcher cuda = CUDA.matcher(python);
        Matcher ofSuffix = CUDA_SUFFIX.matcher(suffix);
        String built =
                cuda.find() ? cuda.group(1) : ofSuffix.matches() ? ofSuffix.group(1) + "." + ofSuffix.group(2) : "";
        return new OwnTorch(folder, plus < 0 ? full : full.substring(0, plus), built);
    }

    private static String text(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new BadInputException(file + " cannot be read (" + e.getMessage() + ").", e);
        }
    }
}
