package org.densepath.bench.judge.endpoint;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A [JudgeServer] that runs until it is closed.
public final class JudgeServerProcess implements AutoCloseable {
    private final Process process;
    private final String scheme;
    private final int port;

    /// `keyStore` may be null: plain http.
    public JudgeServerProcess(Path keyStore) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                // else each answer waits 40 ms for the acknowledgement of its headers
                "-Dsun.net.httpserver.nodelay=true",
                "-cp",
                System.getProperty("java.class.path"),
                JudgeServer.class.getName()));
        if (keyStore != null) {
            command.add(keyStore.toString());
        }
        scheme = keyStore == null ? "http" : "https";
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            port = Integer.parseInt(
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                            .readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// `http://127.0.0.1:4711/<path>/v1`.
    public String address(String path) {
        return scheme + "://127.0.0.1:" + port + "/" + path + "/v1";
    }

    /// How many requests the address of `path` has had.
    public int requests(String path) {
        try (InputStream in = URI.create(scheme + "://127.0.0.1:" + port + "/count/" + path)
                .toURL()
                .openStream()) {
            return Integer.parseInt(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A key store with a certificate that nobody vouches for.
    public static Path selfSigned(Path folder) throws IOException, InterruptedException {
        Path store = folder.resolve("self-signed.p12");
        int code = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        JudgeServer.PASSWORD,
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("keytool ended with " + code);
        }
        return store;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
