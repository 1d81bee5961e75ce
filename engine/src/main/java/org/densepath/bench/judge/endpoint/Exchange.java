package org.densepath.bench.judge.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.densepath.bench.judge.ask.JudgeReply;
import org.densepath.bench.judge.ask.JudgeRequest;

/// One request to the endpoint, and what its end means.
final class Exchange {
    private static final String LIMIT = "max_tokens";
    private static final String NEWER_LIMIT = "max_completion_tokens";

    private final HttpClient client;
    private final Endpoint endpoint;
    private volatile String limit = LIMIT;

    Exchange(HttpClient client, Endpoint endpoint) {
        this.client = client;
        this.endpoint = endpoint;
    }

    Attempt attempt(JudgeRequest request) throws InterruptedException {
        HttpRequest.Builder post = HttpRequest.newBuilder(endpoint.chat())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(ChatBody.of(endpoint.model(), request, limit)));
        endpoint.key().authorization().ifPresent(value -> post.header("Authorization", value));
        // the client's own time-out ends with the headers: a body that trickles needs this one
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(post.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        try {
            return ofResponse(answer.get(endpoint.limits().timeout().toMillis(), TimeUnit.MILLISECONDS), request);
        } catch (TimeoutException e) {
            return new Attempt.Again(
                    "gave no whole answer within " + seconds(endpoint.limits().timeout()), null, Attempt.Kind.LOST);
        } catch (ExecutionException e) {
            return ofFailure(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private Attempt ofFailure(Throwable e) {
        String host = endpoint.base().getHost();
        if (caused(e, UnresolvedAddressException.class)) {
            return new Attempt.Stop("There is no host " + host + "; correct the judge's address.");
        }
        if (caused(e, SSLException.class)) {
            return new Attempt.Stop("The certificate or encryption of " + host + " does not hold; use an address whose"
                    + " certificate Java trusts, or add its authority to Java's trust store.");
        }
        if (caused(e, ConnectException.class)) {
            return new Attempt.Again("takes no connection", null, Attempt.Kind.UNREACHABLE);
        }
        if (e instanceof IOException) {
            return new Attempt.Again("broke off its answer", null, Attempt.Kind.LOST);
        }
        throw new IllegalStateException("a request that cannot be sent", e);
    }

    private static boolean caused(Throwable e, Class<? extends Throwable> by) {
        return e != null && (by.isInstance(e) || caused(e.getCause(), by));
    }

    private Attempt ofResponse(HttpResponse<String> response, JudgeRequest request) {
        int status = response.statusCode();
        String said = endpoint.key().conceal(ChatBody.complaint(response.body()));
        String why = "answered with status " + status + (said.isEmpty() ? "" : " (" + said + ")");
        if (status == 200) {
            return ofBody(response, request);
        }
        if (status == 429 && ChatBody.code(response.body()).equals("insufficient_quota") || status == 402) {
            return new Attempt.Stop(
                    "The endpoint " + why + ": the account has nothing left; add to it and start again.");
        }
        if (status == 400 && response.body().contains(NEWER_LIMIT)) {
            // models that think before they answer take the limit by this name only
            limit = NEWER_LIMIT;
            return new Attempt.Again("wants the limit on tokens by another name", null, Attempt.Kind.NOT_NOW);
        }
        if (status == 429 || status == 408 || status == 409 || status == 425 || status >= 500) {
            return new Attempt.Again(why, retryAfter(response), Attempt.Kind.NOT_NOW);
        }
        return switch (status) {
            case 401, 403 ->
                new Attempt.Stop("The endpoint refuses " + endpoint.key().source() + " (status " + status
                        + "); give a key that is valid for " + endpoint.base().getHost() + ".");
            case 404, 405 ->
                new Attempt.Stop("The endpoint " + why + "; check the judge's address, which should end in /v1 or the"
                        + " like, and the model's name '" + endpoint.model() + "'.");
            case 301, 302, 303, 307, 308 ->
                new Attempt.Stop(
                        "The endpoint sends elsewhere (status " + status + "); give the address where it is" + " now.");
            default -> new Attempt.Refused(why);
        };
    }

    private Attempt ofBody(HttpResponse<String> response, JudgeRequest request) {
        String type = response.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (type.contains("html") || response.body().stripLeading().startsWith("<")) {
            return new Attempt.Stop("The address answers with a web page, not with JSON; give the one that its"
                    + " documentation names for an OpenAI-compatible client, which often ends in /v1.");
        }
        Optional<JsonNode> answer = ChatBody.parse(response.body());
        if (answer.isEmpty()) {
            return new Attempt.Again("answered with what is no JSON", null, Attempt.Kind.LOST);
        }
        Optional<JudgeReply> reply = ChatBody.reply(answer.get(), request);
        if (reply.isEmpty()) {
            String said = endpoint.key().conceal(ChatBody.complaint(response.body()));
            return new Attempt.Again(
                    "answered without a message" + (said.isEmpty() ? "" : " (" + said + ")"), null, Attempt.Kind.LOST);
        }
        if (!endpoint.isAsked(reply.get().model())) {
            return new Attempt.Stop("The endpoint answers as the model '"
                    + endpoint.key().conceal(reply.get().model()) + "', and '" + endpoint.model()
                    + "' was asked; correct --judge-model, or accept that name by --answers-as.");
        }
        return new Attempt.Answered(reply.get());
    }

    /// `Retry-After` in seconds or as a date; null where there is none that can be read.
    private static Duration retryAfter(HttpResponse<String> response) {
        String value = response.headers().firstValue("Retry-After").orElse("").strip();
        return RetryAfter.read(value, Instant.now()).orElse(null);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3g s", duration.toMillis() / 1000.0);
    }
}
