package org.densepath.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.densepath.BadInputException;

/// What a run notes of a model, so that it can be told later whether it was the same: a SHA-256 over the weight
/// files, in the order of their names.
public final class ModelFingerprint {
    private static final int BLOCK = 1 << 20;
    private static final int SAMPLES = 16;

    private ModelFingerprint() {}

    /// `sha256:…` over each file's name, length and every byte; for one file alone, the figure that `sha256sum`
    /// gives. Throws [BadInputException] when `model` holds no weights.
    public static String complete(Path model) {
        List<Path> files = weightFiles(model);
        MessageDigest digest = sha256();
        for (Path file : files) {
            if (files.size() > 1) {
                digest.update(nameAndLength(file));
            }
            digestRange(digest, file, 0, Long.MAX_VALUE);
        }
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    /// `sampled-sha256:…` over each file's name, length, first and last MiB and 14 blocks of one MiB evenly
    /// between: at most 16 MiB a file. It tells models and snapshots apart; a change of a few bytes may escape
    /// it.
    public static String sampled(Path model) {
        MessageDigest digest = sha256();
        for (Path file : weightFiles(model)) {
            digest.update(nameAndLength(file));
            long last = Math.max(0, length(file) - BLOCK);
            int samples = (int) Math.min(SAMPLES, last / BLOCK + 2);
            for (int i = 0; i < samples; i++) {
                digestRange(digest, file, last / (samples - 1) * i, BLOCK);
            }
            digestRange(digest, file, last, BLOCK);
        }
        return "sampled-sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    private static List<Path> weightFiles(Path model) {
        if (Files.isRegularFile(model)) {
            return List.of(model);
        }
        if (!Files.isDirectory(model)) {
            throw new BadInputException(model + " does not exist: name a model folder or file.");
        }
        try (Stream<Path> files = Files.list(model)) {
            List<Path> weights = files.filter(
                            file -> file.getFileName().toString().endsWith(".safetensors"))
                    .sorted()
                    .toList();
            if (weights.isEmpty()) {
                throw new BadInputException(model + " holds no .safetensors file.");
            }
            return weights;
        } catch (IOException e) {
            throw new BadInputException(model + " cannot be read (" + e.getMessage() + ").", e);
        }
    }

    private static byte[] nameAndLength(Path file) {
        return (file.getFileName() + "\n" + length(file) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static long length(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new BadInputException(file + " cannot be read (" + e.getMessage() + ").", e);
        }
    }

    private static void digestRange(MessageDigest digest, Path file, long from, long most) {
        ByteBuffer block = ByteBuffer.allocate((int) Math.min(BLOCK, most));
        try (FileChannel channel = FileChannel.open(file)) {
            long left = most;
            channel.position(from);
            while (left > 0 && channel.read(block.clear().limit((int) Math.min(BLOCK, left))) > 0) {
                left -= block.position();
                digest.update(block.flip());
            }
        } catch (IOException e) {
            throw new BadInputException(file + " cannot be read (" + e.getMessage() + ").", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
