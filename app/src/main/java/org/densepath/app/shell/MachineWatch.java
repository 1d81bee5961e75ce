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
    private final ReadOnlyStringWrapper device =
            new ReadOnlyStringWrapper("cpu · " + Runtime.getRuntime().availableProcessors() + " threads");
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

    ReadOnlyStringProperty device() {
        return device.getReadOnlyProperty();
    }

    /// The device that a run has named.
    void ranOn(String name) {
        device.set(name);
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
