package org.densepath.bench.judge.ask;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.densepath.BadInputException;
import org.densepath.run.RunStorageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Replies by the content of what was asked, in `replies.jsonl`, which is only ever added to. A reply is handed
/// to the system when it comes, so that a killed process loses none; a torn last line is cut off. One process at
/// a time.
public final class ReplyStore implements AutoCloseable {
    /// What its file is called.
    public static final String FILE = "replies.jsonl";

    private static final Logger LOG = LoggerFactory.getLogger(ReplyStore.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long FORCE_EVERY_NANOS = 1_000_000_000L;

    private final Path file;
    private final FileChannel channel;
    private final Map<String, JudgeReply> replies = new ConcurrentHashMap<>();
    private long forced = System.nanoTime();

    private ReplyStore(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// Throws [BadInputException] when another process has it open.
    public static ReplyStore open(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new BadInputException(
                        file + " is in use by another judging; wait for it or name another" + " --cache.");
            }
            ReplyStore store = new ReplyStore(file, channel);
            store.read();
            return store;
        } catch (IOException e) {
            throw RunStorageException.writing(file, e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private void read() throws IOException {
        byte[] bytes = new byte[(int) channel.size()];
        ByteBuffer all = ByteBuffer.wrap(bytes);
        while (all.hasRemaining() && channel.read(all) > 0) {}
        int start = 0;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                read(bytes, start, at);
                start = at + 1;
            }
        }
        channel.truncate(start);
        channel.position(start);
    }

    /// A spoiled line is no reply: its question is asked again.
    private void read(byte[] bytes, int from, int to) throws IOException {
        try {
            JsonNode row = JSON.readTree(bytes, from, to - from);
            if (row.path("question").isTextual() && row.path("text").isTextual()) {
                replies.put(row.path("question").asText(), reply(row));
            }
        } catch (JsonProcessingException e) {
            LOG.warn("{} has a line that cannot be read at byte {}; what it held is asked again.", file, from);
        }
    }

    private static JudgeReply reply(JsonNode row) {
        Map<String, Double> logp = new TreeMap<>();
        row.path("logp")
                .properties()
                .forEach(token -> logp.put(token.getKey(), token.getValue().asDouble()));
        return new JudgeReply(
                row.path("text").asText(),
                logp,
                row.path("promptTokens").asInt(),
                row.path("completionTokens").asInt(),
                row.path("model").asText());
    }

    public Optional<JudgeReply> find(String key) {
        return Optional.ofNullable(replies.get(key));
    }

    /// Keeps a reply.
    public synchronized void add(String key, JudgeReply reply) {
        ObjectNode row = JSON.createObjectNode().put("question", key).put("model", reply.model());
        row.put("text", reply.text());
        reply.logp().forEach(row.withObject("logp")::put);
        row.put("promptTokens", reply.promptTokens()).put("completionTokens", reply.completionTokens());
        try {
            ByteBuffer line = ByteBuffer.wrap((row + "\n").getBytes(StandardCharsets.UTF_8));
            while (line.hasRemaining()) {
                channel.write(line);
            }
            if (System.nanoTime() - forced > FORCE_EVERY_NANOS) {
                channel.force(false);
                forced = System.nanoTime();
            }
        } catch (IOException e) {
            throw RunStorageException.writing(file, e);
        }
        replies.put(key, reply);
    }

    @Override
    public synchronized void close() {
        try (channel) {
            channel.force(true);
        } catch (IOException e) {
            throw RunStorageException.writing(file, e);
        }
    }
}
