package org.densepath.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.densepath.BadInputException;
import org.densepath.bench.judge.endpoint.ApiKey;
import org.densepath.bench.judge.endpoint.Endpoint;
import org.densepath.bench.judge.endpoint.Prices;
import picocli.CommandLine.Option;

/// The options of a judge behind an endpoint: which, with what key, how fast, and for how much.
final class JudgeOptions {
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final String ACCOUNT = "densepath";

    @Option(
            names = {"-j", "--judge"},
            paramLabel = "JUDGE",
            required = true,
            description = "The address of an OpenAI-compatible endpoint (https://host/v1), or a model as for --model of"
                    + " other commands, which then compares by the logits of two labels.")
    private String judge;

    @Option(names = "--judge-model", paramLabel = "NAME", description = "The endpoint's model.")
    private String model;

    @Option(
            names = "--answers-as",
            paramLabel = "NAME",
            defaultValue = "",
            description = "What the endpoint's replies call their model where it is not NAME; * for anything.")
    private String answersAs;

    @Option(names = "--key-env", paramLabel = "VARIABLE", description = "The variable that holds the endpoint's key.")
    private String keyVariable;

    @Option(
            names = "--key-store",
            paramLabel = "SERVICE",
            description = "The entry of the system's key store that holds the key, under the account densepath.")
    private String keyService;

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            defaultValue = "8",
            description = "Questions under way at once (default: 8).")
    private int concurrency;

    @Option(
            names = "--requests-per-minute",
            paramLabel = "N",
            defaultValue = "0",
            description = "Not more than so many (default: no limit).")
    private int requestsPerMinute;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = "For one reply (default: 120).")
    private double timeout;

    @Option(
            names = "--attempts",
            paramLabel = "N",
            defaultValue = "6",
            description = "How often a question is tried (default: 6).")
    private int attempts;

    @Option(
            names = "--price-in",
            paramLabel = "X",
            defaultValue = "0",
            description = "The price of a million tokens read.")
    private double priceIn;

    @Option(
            names = "--price-out",
            paramLabel = "X",
            defaultValue = "0",
            description = "The price of a million tokens written.")
    private double priceOut;

    @Option(
            names = "--cap",
            paramLabel = "X",
            description = "Stop before more than this is spent, in the prices' currency, earlier replies included.")
    private Double cap;

    boolean remote() {
        String address = judge.toLowerCase(Locale.ROOT);
        return address.startsWith("http://") || address.startsWith("https://");
    }

    /// The judge as it was named.
    String judge() {
        return judge;
    }

    Prices prices() {
        return new Prices(priceIn, priceOut);
    }

    /// Throws [BadInputException] for a cap that nothing is counted against.
    double cap() {
        if (cap == null) {
            return Double.POSITIVE_INFINITY;
        }
        if (!(cap >= 0) || prices().free()) {
            throw new BadInputException("--cap needs --price-in or --price-out, and an amount of 0 or more.");
        }
        return cap;
    }

    /// Throws [BadInputException] where the address, the model or the key cannot be used.
    Endpoint endpoint(Map<String, String> environment) {
        if (keyVariable != null && keyService != null) {
            throw new BadInputException("--key-env and --key-store name a key each; leave one out.");
        }
        ApiKey key = keyVariable != null
                ? ApiKey.fromEnvironment(keyVariable, environment)
                : keyService != null ? ApiKey.fromKeyStore(keyService, ACCOUNT) : ApiKey.none();
        Endpoint.Limits limits = new Endpoint.Limits(
                concurrency, requestsPerMinute, Duration.ofMillis(Math.round(1000 * timeout)), attempts, FIRST_WAIT);
        return new Endpoint(Endpoint.address(judge), model == null ? "" : model, answersAs, key, limits);
    }
}
