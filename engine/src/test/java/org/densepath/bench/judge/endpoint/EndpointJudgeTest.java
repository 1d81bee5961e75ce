package org.densepath.bench.judge.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.densepath.BadInputException;
import org.densepath.bench.judge.ask.Asked;
import org.densepath.bench.judge.ask.CapReachedException;
import org.densepath.bench.judge.ask.JudgeRequest;
import org.densepath.text.Message;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The client against a server process, faults included.
class EndpointJudgeTest {
    private static JudgeServerProcess server;

    @BeforeAll
    static void start() {
        server = new JudgeServerProcess(null);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static List<JudgeRequest> requests(int n) {
        return IntStream.range(0, n)
                .mapToObj(i -> new JudgeRequest(List.of(Message.user("question " + i)), 0, 50, List.of(), 0))
                .toList();
    }

    private static Endpoint endpoint(String address, ApiKey key) {
        Endpoint.Limits limits = new Endpoint.Limits(4, 0, Duration.ofMillis(1500), 3, Duration.ofMillis(20));
        return new Endpoint(Endpoint.address(address), "judge-7b", "", key, limits);
    }

    private static Map<JudgeRequest, Asked> ask(String path, List<JudgeRequest> requests) {
        Map<JudgeRequest, Asked> ends = new LinkedHashMap<>();
        Endpoint endpoint = endpoint(server.address(path), ApiKey.none());
        new EndpointJudge(endpoint, new Spending(new Prices(0, 0), Double.POSITIVE_INFINITY, 0))
                .ask(requests, ends::put);
        return ends;
    }

    private static String stopped(String path) {
        return assertThrows(BadInputException.class, () -> ask(path, requests(6)))
                .getMessage();
    }

    private static void assertOneSentence(String sentence, String... named) {
        for (String name : named) {
            assertTrue(sentence.contains(name), sentence);
        }
        assertTrue(sentence.endsWith(".") && !sentence.contains("Exception") && !sentence.contains("\n"), sentence);
    }

    @Test
    void askGivesEveryReplyWithItsTokensWhenAllGoesWell() {
        Map<JudgeRequest, Asked> ends = ask("ok/all", requests(40));
        assertEquals(40, ends.size());
        ends.values().forEach(end -> {
            var reply = assertInstanceOf(Asked.Replied.class, end).reply();
            assertEquals("Fine. [[7]] [[A>B]] [[A]]", reply.text());
            assertEquals(100, reply.promptTokens());
            assertEquals(10, reply.completionTokens());
        });
        assertEquals(40, server.requests("ok/all"));
    }

    @Test
    void askReadsLogProbabilitiesWhenLabelsAreAskedFor() {
        JudgeRequest request = new JudgeRequest(List.of(Message.user("A or B?")), 1, 1, List.of("A", "B"), 0);
        var reply = assertInstanceOf(
                        Asked.Replied.class, ask("ok/labels", List.of(request)).get(request))
                .reply();
        assertEquals(Map.of("A", Math.log(0.6), "B", Math.log(0.3)), reply.logp());
    }

    @ParameterizedTest
    @ValueSource(strings = {"shaky", "cut", "malformed", "empty", "slow"})
    void askTriesAgainWhenAnAnswerFailsOnce(String fault) {
        Map<JudgeRequest, Asked> ends = ask(fault + "/once", requests(4));
        ends.values().forEach(end -> assertInstanceOf(Asked.Replied.class, end, end.toString()));
        assertEquals(8, server.requests(fault + "/once"));
    }

    @Test
    void askGivesTheLimitTheNameThatTheModelKnows() {
        Map<JudgeRequest, Asked> ends = ask("thinking/newer", requests(20));
        ends.values().forEach(end -> assertInstanceOf(Asked.Replied.class, end, end.toString()));
        assertTrue(server.requests("thinking/newer") <= 24, "one refusal a worker at most");
    }

    @Test
    void askWaitsAsLongAsTheEndpointAsks() {
        long begun = System.nanoTime();
        Map<JudgeRequest, Asked> ends = ask("busy/wait", requests(2));
        double seconds = (System.nanoTime() - begun) / 1e9;
        ends.values().forEach(end -> assertInstanceOf(Asked.Replied.class, end));
        assertTrue(seconds >= 1 && seconds < 6, seconds + " s");
    }

    @Test
    void askFailsAQuestionAloneWhenItsTriesRunOut() {
        Map<JudgeRequest, Asked> ends = ask("broken/out", requests(3));
        ends.values()
                .forEach(end -> assertEquals(
                        "the endpoint answered with status 500 (out of order), 3 times",
                        assertInstanceOf(Asked.Failed.class, end).sentence()));
        assertEquals(9, server.requests("broken/out"));
    }

    @Test
    void askFailsAQuestionAtOnceWhenTheEndpointWillNeverTakeIt() {
        Map<JudgeRequest, Asked> ends = ask("context/long", requests(2));
        ends.values()
                .forEach(end -> assertTrue(
                        assertInstanceOf(Asked.Failed.class, end).sentence().contains("maximum context length")));
        assertEquals(2, server.requests("context/long"));
    }

    @Test
    void askStopsWhenEverythingFails() {
        BadInputException e = assertThrows(BadInputException.class, () -> ask("context/all", requests(60)));
        assertOneSentence(e.getMessage(), "20 questions in a row");
        assertTrue(server.requests("context/all") < 30);
    }

    @ParameterizedTest
    @CsvSource({
        "html, web page",
        "page, web page",
        "moved, elsewhere",
        "absent, judge-7b",
        "quota, nothing left",
        "someone, somebody-else"
    })
    void askStopsAtOnceWhenNothingCanBeAnswered(String fault, String named) {
        assertOneSentence(stopped(fault + "/stop"), named);
        assertTrue(server.requests(fault + "/stop") <= 4, "one a worker at most");
    }

    @Test
    void askStopsWithoutTellingTheKeyWhenTheKeyIsWrong() {
        ApiKey key = ApiKey.fromEnvironment("JUDGE_KEY", Map.of("JUDGE_KEY", "sk-secret-123"));
        EndpointJudge judge = new EndpointJudge(
                endpoint(server.address("key/wrong"), key),
                new Spending(new Prices(0, 0), Double.POSITIVE_INFINITY, 0));
        BadInputException e = assertThrows(BadInputException.class, () -> judge.ask(requests(3), (_, _) -> {}));
        assertOneSentence(e.getMessage(), "JUDGE_KEY", "401");
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            assertFalse(cause.toString().contains("sk-secret"), cause.toString());
        }
        assertFalse(key.toString().contains("sk-secret"));
    }

    @Test
    void askAnswersWhenTheKeyIsRight() {
        ApiKey key = ApiKey.fromEnvironment("JUDGE_KEY", Map.of("JUDGE_KEY", "right-key"));
        Map<JudgeRequest, Asked> ends = new LinkedHashMap<>();
        new EndpointJudge(
                        endpoint(server.address("key/right"), key),
                        new Spending(new Prices(0, 0), Double.POSITIVE_INFINITY, 0))
                .ask(requests(2), ends::put);
        ends.values().forEach(end -> assertInstanceOf(Asked.Replied.class, end));
    }

    @Test
    void askStopsWhenTheCertificateFails(@TempDir Path folder) throws Exception {
        try (JudgeServerProcess secure = new JudgeServerProcess(JudgeServerProcess.selfSigned(folder))) {
            EndpointJudge judge = new EndpointJudge(
                    endpoint(secure.address("ok/tls"), ApiKey.none()),
                    new Spending(new Prices(0, 0), Double.POSITIVE_INFINITY, 0));
            BadInputException e = assertThrows(BadInputException.class, () -> judge.ask(requests(2), (_, _) -> {}));
            assertOneSentence(e.getMessage(), "certificate", "127.0.0.1");
        }
    }

    @Test
    void askStopsWhenNobodyListens() {
        EndpointJudge judge = new EndpointJudge(
                endpoint("http://127.0.0.1:1/v1", ApiKey.none()),
                new Spending(new Prices(0, 0), Double.POSITIVE_INFINITY, 0));
        BadInputException e = assertThrows(BadInputException.class, () -> judge.ask(requests(2), (_, _) -> {}));
        assertOneSentence(e.getMessage(), "takes no connection");
    }

    @Test
    void askNeverSpendsMoreThanTheCap() {
        // a question is thought to cost (6 + 50) tokens' price at most, and then costs that of 100 + 10
        Prices prices = new Prices(1e4, 1e4);
        Spending spending = new Spending(prices, 10, 0);
        Map<JudgeRequest, Asked> ends = new LinkedHashMap<>();
        EndpointJudge judge = new EndpointJudge(endpoint(server.address("ok/cap"), ApiKey.none()), spending);
        CapReachedException e = assertThrows(CapReachedException.class, () -> judge.ask(requests(40), ends::put));
        assertOneSentence(e.getMessage(), "cap of 10");
        assertTrue(ends.size() >= 5 && ends.size() <= 12, ends.size() + " answered");
        assertEquals(ends.size() * 1.1, spending.spent(), 1e-9);
        assertEquals(ends.size(), server.requests("ok/cap"));
    }
}
