package org.densepath.bench.judge.endpoint;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import org.densepath.BadInputException;

/// An OpenAI-compatible chat endpoint: `base` ends before `/chat/completions`. `answersAs`: the model's name in
/// the replies where it is another than `model`; `*` where any will do.
public record Endpoint(URI base, String model, String answersAs, ApiKey key, Limits limits) {

    /// `concurrency`: requests at once; `requestsPerMinute`: 0 for no limit; `timeout`: for one request, its body
    /// included; `attempts`: how often one question is tried; `firstWait`: before the second try, doubled for
    /// each further one.
    public record Limits(int concurrency, int requestsPerMinute, Duration timeout, int attempts, Duration firstWait) {
        public Limits {
            if (concurrency < 1 || requestsPerMinute < 0 || attempts < 1 || !timeout.isPositive()) {
                throw new BadInputException("An endpoint needs a concurrency, a time-out and attempts of 1 or more,"
                        + " and requests per minute of 0 (no limit) or more.");
            }
        }
    }

    /// Throws [BadInputException] when `base` is no address, holds a secret, or would carry the key in the open.
    public Endpoint {
        String scheme = base.getScheme() == null ? "" : base.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https") || base.getHost() == null) {
            throw new BadInputException(
                    "The judge's address is no http or https address; expected one such as" + " https://host/v1.");
        }
        if (base.getRawUserInfo() != null || base.getRawQuery() != null || base.getRawFragment() != null) {
            throw new BadInputException("The judge's address may hold no user, query or fragment, because it is"
                    + " written into the results; give the key by --key-env.");
        }
        if (scheme.equals("http") && key.authorization().isPresent() && !local(base.getHost())) {
            throw new BadInputException("The key would travel unprotected to " + base.getHost()
                    + "; use an https address, or leave the key out.");
        }
        if (model.isBlank()) {
            throw new BadInputException("The endpoint's model has no name; give it by --judge-model.");
        }
    }

    /// Throws [BadInputException] when `text` is no address.
    public static URI address(String text) {
        try {
            return new URI(text.strip());
        } catch (URISyntaxException e) {
            throw new BadInputException("The judge's address is no address; expected one such as https://host/v1.", e);
        }
    }

    private static boolean local(String host) {
        String name = host.replaceAll("[\\[\\]]", "");
        boolean literal = name.matches("[0-9.]+") || name.contains(":");
        try {
            return name.equalsIgnoreCase("localhost")
                    || literal && InetAddress.ofLiteral(name).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// Where chats are posted.
    URI chat() {
        String path = base.toString().replaceAll("/+$", "");
        return URI.create(path.endsWith("/chat/completions") ? path : path + "/chat/completions");
    }

    /// Whether a reply that names `named` as its model is from the model that was asked: the same name, or one
    /// with a date or a provider's name added.
    boolean isAsked(String named) {
        String wanted = plain(answersAs.isEmpty() ? model : answersAs);
        String is = plain(named);
        return is.isEmpty() || wanted.equals("*") || is.equals(wanted) || is.startsWith(wanted + "-");
    }

    private static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.substring(lower.lastIndexOf('/') + 1);
    }
}
