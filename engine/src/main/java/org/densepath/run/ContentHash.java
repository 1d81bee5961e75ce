package org.densepath.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// SHA-256 of content. A file's is what `sha256sum` prints; a folder's is that of the lines `hash relative/path`
/// of its files, sorted by path, hidden files left out.
public final class ContentHash {
    private ContentHash() {}

    /// Lower-case hexadecimal. Throws [RunStorageException] when something cannot be read.
    public static String sha256(Path fileOrFolder) {
        try {
            return Files.isDirectory(fileOrFolder) ? ofFolder(fileOrFolder) : ofFile(fileOrFolder);
        } catch (IOException e) {
            throw RunStorageException.reading(fileOrFolder, e);
        }
    }

    /// Of a text in UTF-8.
    public static String ofText(String text) {
        return HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String ofFolder(Path folder) throws IOException {
        MessageDigest digest = digest();
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .filter(file -> !file.toString().startsWith("."))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            String line = ofFile(folder.resolve(file)) + "  " + file.toString().replace('\\', '/') + "\n";
            digest.update(line.getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String ofFile(Path file) throws IOException {
        MessageDigest digest = digest();
        byte[] block = new byte[1 << 20];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                digest.update(block, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
