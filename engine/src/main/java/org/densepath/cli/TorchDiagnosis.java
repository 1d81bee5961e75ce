package org.densepath.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.densepath.tensor.CudaDriver;
import org.densepath.tensor.OwnTorch;
import org.densepath.tensor.Torch;
import org.densepath.tensor.TorchJar;
import org.densepath.tensor.TorchLibrary;

/// What computes here: the libtorch that is loaded and those that could be, NVIDIA's driver, the GPUs, and what
/// is missing for them.
final class TorchDiagnosis {
    private final Optional<CudaDriver> driver = CudaDriver.find();

    List<Diagnosis.Finding> findings() {
        List<Diagnosis.Finding> findings = new ArrayList<>();
        Diagnosis.Finding torch = Diagnosis.finding("torch", Torch::version);
        findings.add(torch);
        findings.add(Diagnosis.finding("class path", TorchDiagnosis::jars));
        findings.add(Diagnosis.finding("python", TorchDiagnosis::python));
        findings.add(Diagnosis.finding("driver", this::driver));
        // what does not load can say no more
        if (torch.works()) {
            findings.add(1, Diagnosis.finding("libtorch", TorchDiagnosis::library));
            findings.add(Diagnosis.finding("gpus", this::gpus));
            findings.add(Diagnosis.finding("gpu use", () -> advice().sentence()));
        }
        return findings;
    }

    private static String library() {
        return Torch.libraryFolder() + ", "
                + TorchLibrary.own()
                        .map(own -> "your own" + built(own))
                        .orElse(
                                System.getenv(TorchLibrary.DJL) != null
                                        ? "by " + TorchLibrary.DJL
                                        : "from the class path");
    }

    private static String built(OwnTorch own) {
        return own.cuda().isEmpty() ? ", for the CPU" : ", for CUDA " + own.cuda();
    }

    private static String jars() {
        String jars = TorchJar.all().stream()
                .map(jar -> jar.flavor() + " " + jar.version() + " " + jar.classifier())
                .sorted()
                .collect(Collectors.joining(", "));
        return jars.isEmpty() ? "no libtorch" : jars;
    }

    private static String python() {
        return OwnTorch.ofEnvironment(System.getenv())
                .map(own -> "PyTorch " + own.version() + built(own) + " in " + own.folder())
                .orElse("no PyTorch in VIRTUAL_ENV or CONDA_PREFIX");
    }

    private String driver() {
        return driver.map(found -> "NVIDIA's, for CUDA up to " + found.version()
                        + (found.start() == 0 ? "" : ", answers with error " + found.start()))
                .orElse("none found");
    }

    private String gpus() {
        int usable = Torch.gpus();
        List<CudaDriver.Gpu> gpus = driver.map(CudaDriver::gpus).orElse(List.of());
        String list = gpus.stream()
                .map(gpu -> String.format(
                        Locale.ROOT,
                        "%s, %.1f GiB, compute capability %s",
                        gpu.name(),
                        gpu.memory() / (double) (1L << 30),
                        gpu.computeCapability()))
                .collect(Collectors.joining("; "));
        return usable + (gpus.isEmpty() ? "" : " of " + gpus.size() + ": " + list);
    }

    private GpuAdvice advice() {
        return new GpuAdvice(
                driver.map(CudaDriver::version).orElse(""),
                driver.map(CudaDriver::start).orElse(0),
                driver.map(found -> found.gpus().size()).orElse(0),
                Torch.gpus(),
                TorchLibrary.isForCuda(),
                TorchLibrary.wantedVersion(),
                OwnTorch.ofEnvironment(System.getenv()));
    }
}
