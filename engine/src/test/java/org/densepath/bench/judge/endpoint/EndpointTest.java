package org.densepath.bench.judge.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.densepath.BadInputException;
import org.densepath.bench.judge.ask.JudgeRequest;
import org.densepath.text.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Addresses, model names, keys, waits and prices, without a server.
class EndpointTest {
    private static final ApiKey KEY = ApiKey.fromEnvironment("K", Map.of("K", "sk-secret"));

    private static Endpoint endpoint(String address, String model, String answersAs, ApiKey key) {
        Endpoint.Limits limits = new Endpoint.Limits(1, 0, Duration.ofSeconds(1), 1, Duration.ofSeconds(1));
        return new Endpoint(Endpoint.address(address), model, answersAs, key, limits);
    }

    @ParameterizedTest
    @CsvSource({
        "https://host/v1, https://host/v1/chat/completions",
        "https://host/v1/, https://host/v1/chat/completions",
        "http://localhost:8000, http://localhost:8000/chat/completions",
        "https://host/x/chat/completions, https://host/x/chat/completions"
    })
    void chatIsPostedBelowTheBase(String base, String chat) {
        assertEquals(chat, endpoint(base, "m", "", KEY).chat().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://host/v1",
                "host/v1",
                "https:///v1",
                "https://user:sk-secret@host/v1",
                "https://host/v1?api-key=sk-secret",
                "http://host/v1",
                "https://host/a b?sk-secret",
            })
    void anAddressThatLeaksOrIsNoneIsRefusedWithoutBeingRepeated(String address) {
        BadInputException e = assertThrows(BadInputException.class, () -> endpoint(address, "m", "", KEY));
        assertFalse(e.getMessage().contains("sk-secret"), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost/v1", "http://127.0.0.1:8/v1", "http://[::1]:8/v1"})
    void aKeyMayTravelUnprotectedWithinTheMachine(String address) {
        assertEquals("m", endpoint(address, "m", "", KEY).model());
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-4, '', gpt-4, true",
        "gpt-4, '', gpt-4-0613, true",
        "openai/gpt-4, '', gpt-4, true",
        "Qwen2-7B, '', models/qwen2-7b, true",
        "gpt-4, '', '', true",
        "gpt-4, '', gpt-3.5-turbo, false",
        "gpt-4o, '', gpt-4, false",
        "gpt-4, '', gpt-4o, false",
        "gpt-4, local, local, true",
        "gpt-4, *, anything, true"
    })
    void aReplyIsTheAskedModelsWhenItsNameSaysSo(String asked, String answersAs, String named, boolean is) {
        assertEquals(is, endpoint("https://h/v1", asked, answersAs, KEY).isAsked(named));
    }

    @Test
    void aKeyIsNeverPrinted() {
        assertFalse(KEY.toString().contains("sk-secret"));
        assertFalse(endpoint("https://h/v1", "m", "", KEY).toString().contains("sk-secret"));
        assertEquals("wrong key (key)!", KEY.conceal("wrong key sk-secret!"));
        assertThrows(BadInputException.class, () -> ApiKey.fromEnvironment("K", Map.of()));
        BadInputException e = assertThrows(
                BadInputException.class, () -> ApiKey.fromEnvironment("K", Map.of("K", "sk-secret\nsk-secret")));
        assertFalse(e.getMessage().contains("sk-secret"));
    }

    @Test
    void aKeyStoreWithoutTheEntryIsSaidInOneSentence() {
        BadInputException e =
                assertThrows(BadInputException.class, () -> ApiKey.fromKeyStore("densepath-no-such-entry", "nobody"));
        assertTrue(e.getMessage().contains("--key-env"), e.getMessage());
    }

    @Test
    void retryAfterIsSecondsOrADate() {
        Instant now = Instant.parse("2026-01-31T12:00:00Z");
        assertEquals(Optional.of(Duration.ofSeconds(7)), RetryAfter.read("7", now));
        assertEquals(Optional.of(Duration.ofMillis(1500)), RetryAfter.read("1.5", now));
        assertEquals(Optional.of(Duration.ofSeconds(30)), RetryAfter.read("Sat, 31 Jan 2026 12:00:30 GMT", now));
        assertEquals(Optional.of(Duration.ZERO), RetryAfter.read("Sat, 31 Jan 2026 11:00:00 GMT", now));
        assertEquals(Optional.empty(), RetryAfter.read("soon", now));
        assertEquals(Optional.empty(), RetryAfter.read("", now));
    }

    @Test
    void aPaceLetsNoMoreThroughThanItSays() throws InterruptedException {
        Pace pace = new Pace(600);
        long begun = System.nanoTime();
        for (int i = 0; i < 4; i++) {
            pace.await();
        }
        assertTrue(System.nanoTime() - begun >= 290_000_000L, "three gaps of 0.1 s");
    }

    @Test
    void theEstimateCountsTokensAndPrices() {
        // 40 bytes are 10 tokens, and 4 for the frame
        JudgeRequest request = new JudgeRequest(List.of(Message.user("x".repeat(40))), 0, 100, List.of(), 0);
        CostEstimate cost = CostEstimate.of(List.of(request, request), new Prices(10, 20));
        assertEquals(28, cost.promptTokens());
        assertEquals(200, cost.mostCompletionTokens());
        assertEquals((28 * 10 + 200 * 20) / 1e6, cost.most(), 1e-12);
        assertEquals((28 * 10 + 50 * 20) / 1e6, cost.expected(), 1e-12);
    }
}
