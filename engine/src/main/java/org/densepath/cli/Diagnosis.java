package org.densepath.cli;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.densepath.run.Machine;
import org.densepath.tensor.Torch;
import org.densepath.text.Tokenizer;

/// What this machine offers, each part tried and not only looked up.
record Diagnosis(Supplier<Torch> start) {
    private static final String SMALLEST_TOKENIZER =
            "{\"model\": {\"type\": \"BPE\", \"vocab\": {\"a\": 0}, \"merges\": []}, \"added_tokens\": []}";

    /// One part: its state in words, or why it does not work.
    record Finding(String name, boolean works, String value) {}

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(List.of(
                finding("densepath", DensePath.Version::number),
                finding("java", () -> Runtime.version() + " " + System.getProperty("java.vendor")),
                finding("system", () -> Machine.here().system()),
                finding(
                        "processor",
                        () -> Machine.here().processor() + ", " + Machine.here().cores() + " cores"),
                finding("memory", Diagnosis::memory)));
        findings.addAll(new TorchDiagnosis().findings());
        if (findings.stream().allMatch(Finding::works)) {
            findings.add(finding("device", this::device));
        }
        findings.add(finding("tokenizers", Diagnosis::tokenizers));
        findings.add(finding("duckdb", Diagnosis::duckdb));
        return findings;
    }

    /// A library that does not load throws an [Error]: that is a finding, too.
    static Finding finding(String name, Callable<String> look) {
        try {
            return new Finding(name, true, look.call());
        } catch (Exception | LinkageError e) {
            return new Finding(
                    name,
                    false,
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private static String memory() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return String.format(
                Locale.ROOT,
                "%.1f GiB, %.1f free; Java may use %.1f",
                gib(system.getTotalMemorySize()),
                gib(system.getFreeMemorySize()),
                gib(Runtime.getRuntime().maxMemory()));
    }

    private static double gib(long bytes) {
        return bytes / (double) (1L << 30);
    }

    private String device() {
        try (Torch torch = start.get()) {
            return torch.device().name() + ", "
                    + torch.device().precision().name().toLowerCase(Locale.ROOT) + ", " + torch.threads() + " threads";
        }
    }

    private static String tokenizers() {
        try (Tokenizer tokenizer = Tokenizer.of(SMALLEST_TOKENIZER)) {
            return tokenizer.encode("a", false).length() == 1 ? "loaded" : "reads 'a' wrongly";
        }
    }

    private static String duckdb() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            return connection.getMetaData().getDatabaseProductVersion();
        }
    }
}
