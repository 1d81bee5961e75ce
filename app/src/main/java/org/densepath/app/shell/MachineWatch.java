package org.densepath.app.shell;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.densepath.experiment.MemoryNeed;

/// What the machine has and uses, looked at every two seconds on a background thread.
final class MachineWatch implements AutoCloseable {
    private static final double GIB = 1L << 30;

    private final ReadOnlyStringWrapper memory = new ReadOnlyStringWrapper("");
    private final String device = "cpu · " + Runtime.getRuntime().availableProcessors() + " threads";
    private final Executor window;
    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("machine-watch").factory());

    MachineWatch(Executor window) {
        this.window = window;
    }

    void start() {
        background.scheduleWithFixedDelay(this::look, 0, 2, TimeUnit.SECONDS);
    }

    /// `3.1 of 24.0 GiB`.
    ReadOnlyStringProperty memory() {
        return memory.getReadOnlyProperty();
    }

    /// `cpu · 2 threads`: where a run would compute if the device is left to the program and it finds no other.
    String device() {
        return device;
    }

    @Override
    public void close() {
        background.shutdownNow();
    }

    private void look() {
        double all = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize() / GIB;
        double used = all - MemoryNeed.available() / GIB;
        String text = String.format(Locale.ROOT, "%.1f of %.1f GiB", used, all);
        window.execute(() -> memory.set(text));
    }
}
