package org.densepath.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.densepath.BadInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where a PyTorch is found, what it is, and what DJL is told of it.
class OwnTorchTest {
    private static final NativeBridge BRIDGE = new NativeBridge("2.7.1", List.of("cpu", "cu128"));

    @TempDir
    Path environment;

    private Path packages;
    private Path lib;

    @BeforeEach
    void install() throws IOException {
        packages = environment.resolve("lib/python3.12/site-packages");
        lib = Files.createDirectories(packages.resolve("torch/lib"));
        Files.createFile(lib.resolve(System.mapLibraryName("torch")));
        Files.createDirectories(environment.resolve("bin"));
        Files.createFile(environment.resolve("bin/python"));
        version("2.7.1+cu126", "'12.6'");
    }

    private void version(String version, String cuda) throws IOException {
        Files.writeString(
                packages.resolve("torch/version.py"),
                "__version__ = '" + version + "'\ncuda: Optional[str] = " + cuda + "\nhip: Optional[str] = None\n");
    }

    @Test
    void everyWayToNameAnEnvironmentLeadsToItsLibraries() {
        OwnTorch expected = new OwnTorch(lib, "2.7.1", "12.6");
        for (Path named :
                List.of(environment, environment.resolve("bin/python"), packages, packages.resolve("torch"), lib)) {
            assertEquals(expected, OwnTorch.at(named));
        }
    }

    @Test
    void aBuildForTheCpuSaysSo() throws IOException {
        version("2.7.1+cpu", "None");
        assertEquals("", OwnTorch.at(environment).cuda());
    }

    @Test
    void aLibtorchOnItsOwnTellsItsVersionInAFile() throws IOException {
        Files.delete(packages.resolve("torch/version.py"));
        Files.writeString(packages.resolve("torch/build-version"), "2.7.1+cu118\n");
        assertEquals(new OwnTorch(lib, "2.7.1", "11.8"), OwnTorch.at(lib));
        Files.delete(packages.resolve("torch/build-version"));
        assertThrows(BadInputException.class, () -> OwnTorch.at(lib));
    }

    @Test
    void otherVersionsAndOtherDevicesAreRefused() throws IOException {
        version("2.6.0+cu124", "'12.4'");
        OwnTorch older = OwnTorch.at(environment);
        String said = assertThrows(BadInputException.class, () -> older.requireVersion("2.7.1"))
                .getMessage();
        assertTrue(said.contains("2.6.0") && said.contains("pip install torch==2.7.1"), said);
        version("2.7.1+rocm6.3", "None");
        assertThrows(BadInputException.class, () -> OwnTorch.at(environment));
        assertThrows(BadInputException.class, () -> OwnTorch.at(environment.resolve("bin")));
    }

    @Test
    void djlIsToldTheFlavourThatFitsTheMachine() throws IOException {
        OwnTorch own = OwnTorch.at(environment);
        assertEquals("cu128", own.settings(BRIDGE, true).get("PYTORCH_FLAVOR"));
        assertEquals("cpu", own.settings(BRIDGE, false).get("PYTORCH_FLAVOR"));
        assertEquals(
                "cpu",
                own.settings(new NativeBridge("2.7.1", List.of("cpu")), true).get("PYTORCH_FLAVOR"));
        version("2.7.1", "None");
        assertEquals("cpu", OwnTorch.at(environment).settings(BRIDGE, true).get("PYTORCH_FLAVOR"));
        assertEquals(lib.toString(), own.settings(BRIDGE, true).get("PYTORCH_LIBRARY_PATH"));
    }

    @Test
    void theEnvironmentAtWorkIsLookedInto() {
        assertEquals(
                Optional.of(lib),
                OwnTorch.ofEnvironment(Map.of("VIRTUAL_ENV", environment.toString()))
                        .map(OwnTorch::folder));
        assertEquals(Optional.empty(), OwnTorch.ofEnvironment(Map.of("VIRTUAL_ENV", lib + "/nowhere")));
        assertEquals(Optional.empty(), OwnTorch.ofEnvironment(Map.of()));
    }

    @Test
    void theBridgeOnTheClassPathIsForTheLibtorchBesideIt() {
        NativeBridge bridge = NativeBridge.onClassPath();
        assertTrue(bridge.flavors().contains("cpu"), bridge.toString());
        assertTrue(
                TorchJar.here().stream().anyMatch(jar -> jar.version().startsWith(bridge.torchVersion())),
                TorchJar.all() + " with " + bridge);
    }
}
