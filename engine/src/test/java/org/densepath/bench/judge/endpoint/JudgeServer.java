package org.densepath.bench.judge.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// An endpoint in a process of its own, which misbehaves as the first part of its path says, at a question's
/// first request or always: `/ok/…`, `/busy/…`. `GET /count/…` tells how many requests that path has had. Prints
/// its port; ends when its standard input does.
public final class JudgeServer {
    static final String PASSWORD = "changeit";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> tries = new ConcurrentHashMap<>();

    private JudgeServer() {}

    /// `arguments`: none, or a key store for https.
    public static void main(String[] arguments) throws Exception {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        HttpServer server = arguments.length == 0 ? HttpServer.create(address, 100) : secure(address, arguments[0]);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        JudgeServer judge = new JudgeServer();
        server.createContext("/", judge::handle);
        server.start();
        System.out.println(server.getAddress().getPort());
        while (System.in.read() >= 0) {}
        System.exit(0);
    }

    private static HttpServer secure(InetSocketAddress address, String store)
            throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = new FileInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(address, 100);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return server;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.startsWith("/count")) {
            send(exchange, 200, "text/plain", String.valueOf(counted(requests, path.substring("/count".length()))));
            return;
        }
        byte[] body = exchange.getRequestBody().readAllBytes();
        String base = path.replace("/v1/chat/completions", "");
        requests.computeIfAbsent(base, _ -> new AtomicInteger()).incrementAndGet();
        int attempt = tries.computeIfAbsent(base + new String(body, StandardCharsets.UTF_8), _ -> new AtomicInteger())
                .incrementAndGet();
        try {
            answer(exchange, base.split("/")[1], attempt, JSON.readTree(body));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int counted(Map<String, AtomicInteger> counts, String path) {
        AtomicInteger count = counts.get(path);
        return count == null ? 0 : count.get();
    }

    private static void answer(HttpExchange exchange, String fault, int attempt, JsonNode request)
            throws IOException, InterruptedException {
        boolean first = attempt == 1;
        switch (fault) {
            case "html" -> send(exchange, 200, "text/html", "<!doctype html><title>Welcome</title>");
            case "page" -> send(exchange, 200, "application/json", "\n<html>a proxy's page</html>");
            case "moved" -> send(exchange, 301, "text/html", "moved");
            case "absent" -> error(exchange, 404, "The model does not exist");
            case "context" -> error(exchange, 400, "This model's maximum context length is 4096 tokens.");
            case "thinking" ->
                unless(
                        request.has("max_tokens"),
                        exchange,
                        request,
                        () -> error(
                                exchange,
                                400,
                                "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead."));
            case "quota" -> send(exchange, 429, "application/json", """
                {"error": {"code": "insufficient_quota", "message": "You exceeded your quota"}}\
                """);
            case "broken" -> error(exchange, 500, "out of order");
            case "someone" -> reply(exchange, request, "somebody-else", 0);
            case "key" -> key(exchange, request);
            case "busy" -> {
                if (first) {
                    exchange.getResponseHeaders().add("Retry-After", "1");
                    error(exchange, 429, "slow down");
                } else {
                    reply(exchange, request, null, 0);
                }
            }
            case "shaky" -> unless(first, exchange, request, () -> error(exchange, 500, "try again"));
            case "cut" -> unless(first, exchange, request, () -> cut(exchange));
            case "malformed" ->
                unless(first, exchange, request, () -> send(exchange, 200, "application/json", "{\"choices\": [{"));
            case "empty" -> unless(first, exchange, request, () -> send(exchange, 200, "application/json", "{}"));
            case "slow" -> unless(first, exchange, request, () -> trickle(exchange));
            case "steady" -> reply(exchange, request, null, 40);
            default -> reply(exchange, request, null, 0);
        }
    }

    private interface Fault {
        void happen() throws IOException, InterruptedException;
    }

    private static void unless(boolean happens, HttpExchange exchange, JsonNode request, Fault fault)
            throws IOException, InterruptedException {
        if (happens) {
            fault.happen();
        } else {
            reply(exchange, request, null, 0);
        }
    }

    /// Says the key that it was sent, as careless endpoints do.
    private static void key(HttpExchange exchange, JsonNode request) throws IOException, InterruptedException {
        String sent = exchange.getRequestHeaders().getFirst("Authorization");
        if ("Bearer right-key".equals(sent)) {
            reply(exchange, request, null, 0);
        } else {
            error(exchange, 401, "Incorrect API key provided: " + sent);
        }
    }

    private static void cut(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 1000);
        exchange.getResponseBody().write("{\"choices\": ".getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
        exchange.close();
    }

    private static void trickle(HttpExchange exchange) throws IOException, InterruptedException {
        exchange.sendResponseHeaders(200, 1000);
        try (OutputStream out = exchange.getResponseBody()) {
            for (int i = 0; i < 40; i++) {
                out.write(' ');
                out.flush();
                Thread.sleep(100);
            }
        }
    }

    /// One verdict of each kind in one text; with log-probabilities, the first label is preferred by two to one.
    private static void reply(HttpExchange exchange, JsonNode request, String model, long millis)
            throws IOException, InterruptedException {
        Thread.sleep(millis);
        ObjectNode body = JSON.createObjectNode();
        body.put("model", model == null ? request.path("model").asText() : model);
        ObjectNode choice = body.putArray("choices").addObject().put("finish_reason", "stop");
        choice.putObject("message").put("role", "assistant").put("content", "Fine. [[7]] [[A>B]] [[A]]");
        if (request.path("logprobs").asBoolean()) {
            var tops =
                    choice.putObject("logprobs").putArray("content").addObject().putArray("top_logprobs");
            tops.addObject().put("token", "A").put("logprob", Math.log(0.6));
            tops.addObject().put("token", "B").put("logprob", Math.log(0.3));
        }
        body.putObject("usage").put("prompt_tokens", 100).put("completion_tokens", 10);
        send(exchange, 200, "application/json", body.toString());
    }

    private static void error(HttpExchange exchange, int status, String message) throws IOException {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("error").put("message", message).put("code", "some_code");
        send(exchange, status, "application/json", body.toString());
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        if (status == 301) {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
        }
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
