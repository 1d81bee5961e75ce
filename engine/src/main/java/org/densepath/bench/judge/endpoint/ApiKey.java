package org.densepath.bench.judge.endpoint;

import java.util.Map;
import java.util.Optional;
import org.densepath.BadInputException;

/// The key of an endpoint. It goes into one header and nowhere else: it is never printed, and [#conceal] takes it
/// out of what an endpoint sends back.
public final class ApiKey {
    private static final String HIDDEN = "(key)";

    private final String secret;
    private final String source;

    private ApiKey(String secret, String source) {
        this.secret = secret;
        this.source = source;
    }

    /// For an endpoint that wants none.
    public static ApiKey none() {
        return new ApiKey("", "no key");
    }

    /// From a variable of the environment. Throws [BadInputException] when it is not set or no key.
    public static ApiKey fromEnvironment(String variable, Map<String, String> environment) {
        String value = environment.getOrDefault(variable, "").strip();
        if (value.isEmpty()) {
            throw new BadInputException(
                    "The environment has no variable " + variable + "; set it to the endpoint's key.");
        }
        return checked(value, "the variable " + variable);
    }

    /// From the system's key store. Throws [BadInputException] when there is no store or nothing in it by that
    /// name.
    public static ApiKey fromKeyStore(String service, String account) {
        return checked(SystemKeyStore.password(service, account).strip(), "the key store's entry " + service);
    }

    private static ApiKey checked(String value, String source) {
        if (!value.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new BadInputException(
                    "What " + source + " holds is no key: it has blanks or characters that no header may have.");
        }
        return new ApiKey(value, source);
    }

    /// The header's value.
    Optional<String> authorization() {
        return secret.isEmpty() ? Optional.empty() : Optional.of("Bearer " + secret);
    }

    /// `text` without the key, should it be in there.
    String conceal(String text) {
        return secret.isEmpty() ? text : text.replace(secret, HIDDEN);
    }

    /// Where it is from: `the variable JUDGE_KEY`.
    public String source() {
        return source;
    }

    @Override
    public String toString() {
        return source;
    }
}
