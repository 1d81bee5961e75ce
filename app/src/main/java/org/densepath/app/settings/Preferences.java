package org.densepath.app.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.densepath.run.AtomicFiles;
import org.densepath.run.RunStorageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the person has chosen, by name (`tokens.layer`), kept in a file that is replaced whole: a crash leaves
/// the old or the new one. What cannot be read or written costs the choices, never the window.
public final class Preferences implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Preferences.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> CHOICES = new TypeReference<>() {};
    private static final long DELAY_MILLIS = 400;
    private static final int CLOSING_SECONDS = 5;

    private final Path file;
    private final Map<String, String> values;
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("preferences").factory());
    private ScheduledFuture<?> planned;

    private Preferences(Path file, Map<String, String> values) {
        this.file = file;
        this.values = values;
    }

    /// Lets Java load what reading needs, which takes a tenth of a second, beside the window's own beginning.
    public static void loadEarly() {
        Thread.ofPlatform().daemon().name("preferences-early").start(() -> {
            try {
                JSON.readValue("{}", CHOICES);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /// Reads `file`; one that cannot be read is put aside as `….broken`, and all choices are the defaults.
    public static Preferences open(Path file) {
        Map<String, String> values = new TreeMap<>();
        if (Files.isRegularFile(file)) {
            try {
                values.putAll(JSON.readValue(Files.readString(file), CHOICES));
            } catch (IOException | RuntimeException e) {
                LOG.warn("{} cannot be read and is put aside", file, e);
                putAside(file);
            }
        }
        return new Preferences(file, values);
    }

    public synchronized Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public String text(String name, String otherwise) {
        return text(name).orElse(otherwise);
    }

    public boolean flag(String name, boolean otherwise) {
        return text(name).map(Boolean::parseBoolean).orElse(otherwise);
    }

    public double number(String name, double otherwise) {
        try {
            return text(name).map(Double::parseDouble).filter(Double::isFinite).orElse(otherwise);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /// Remembers a choice. It is written a moment later.
    public synchronized void put(String name, Object value) {
        String text = String.valueOf(value);
        if (!text.equals(values.put(name, text))) {
            writeSoon();
        }
    }

    public synchronized void forget(String name) {
        if (values.remove(name) != null) {
            writeSoon();
        }
    }

    private void writeSoon() {
        if (!writer.isShutdown() && (planned == null || planned.isDone())) {
            planned = writer.schedule(this::write, DELAY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /// Writes what is not yet written.
    @Override
    public void close() {
        boolean waits;
        synchronized (this) {
            // one that is at it ends its work: interrupted it would fail
            waits = planned != null && !planned.isDone();
            if (waits) {
                planned.cancel(false);
            }
            writer.shutdown();
        }
        if (waits) {
            await();
            write();
        }
    }

    private void await() {
        try {
            if (!writer.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("writing {} takes long", file);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        try {
            String text;
            synchronized (this) {
                text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(values) + "\n";
            }
            AtomicFiles.write(file, text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (RunStorageException e) {
            LOG.warn("the preferences cannot be written to {}", file, e);
        }
    }

    private static void putAside(Path file) {
        try {
            Files.move(file, Path.of(file + ".broken"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("{} cannot be put aside", file, e);
        }
    }
}
