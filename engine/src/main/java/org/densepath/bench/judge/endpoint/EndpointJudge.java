package org.densepath.bench.judge.endpoint;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.densepath.BadInputException;
import org.densepath.bench.judge.ask.Asked;
import org.densepath.bench.judge.ask.CapReachedException;
import org.densepath.bench.judge.ask.Judge;
import org.densepath.bench.judge.ask.JudgeReply;
import org.densepath.bench.judge.ask.JudgeRequest;

/// A judge behind an OpenAI-compatible endpoint. Several questions are under way at once; one that fails is tried
/// again after a wait that doubles, or that the endpoint asks for. Where nothing can be answered (a wrong key, a
/// web page, another model), it stops at once.
public final class EndpointJudge implements Judge {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    /// Longer than an endpoint may ask to wait before that is called its being closed.
    private static final Duration LONGEST_HOLD = Duration.ofMinutes(10);
    /// So many failures in a row, and the endpoint is taken to be out of order.
    private static final int FAILURES_IN_A_ROW = 20;

    private final Endpoint endpoint;
    private final Spending spending;

    public EndpointJudge(Endpoint endpoint, Spending spending) {
        this.endpoint = endpoint;
        this.spending = spending;
    }

    @Override
    public String name() {
        return endpoint.model();
    }

    @Override
    public String identity() {
        return endpoint.model();
    }

    @Override
    public void ask(List<JudgeRequest> requests, BiConsumer<JudgeRequest, Asked> ended) {
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(endpoint.limits().timeout())
                .build()) {
            new Round(new Exchange(client, endpoint), requests, ended).run();
        }
    }

    /// The questions of one call, shared by workers.
    private final class Round {
        private final Exchange exchange;
        private final Iterator<JudgeRequest> left;
        private final int size;
        private final BiConsumer<JudgeRequest, Asked> ended;
        private final Pace pace = new Pace(endpoint.limits().requestsPerMinute());
        private final AtomicReference<RuntimeException> stop = new AtomicReference<>();
        private int failuresInARow;

        Round(Exchange exchange, List<JudgeRequest> requests, BiConsumer<JudgeRequest, Asked> ended) {
            this.exchange = exchange;
            left = requests.iterator();
            size = requests.size();
            this.ended = ended;
        }

        void run() {
            int workers = Math.min(endpoint.limits().concurrency(), size);
            CountDownLatch working = new CountDownLatch(workers);
            List<Thread> threads = IntStream.range(0, workers)
                    .mapToObj(_ -> Thread.startVirtualThread(() -> work(working)))
                    .toList();
            try {
                working.await();
            } catch (InterruptedException e) {
                threads.forEach(Thread::interrupt);
                Thread.currentThread().interrupt();
                throw new CapReachedException("Stopped on request; what was answered is kept.");
            }
            if (stop.get() != null) {
                throw stop.get();
            }
        }

        private void work(CountDownLatch working) {
            try {
                for (JudgeRequest request = next(); request != null; request = next()) {
                    tell(request, asked(request));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                stop.compareAndSet(null, e);
            } finally {
                working.countDown();
            }
        }

        private synchronized JudgeRequest next() {
            return stop.get() == null && left.hasNext() ? left.next() : null;
        }

        private synchronized void tell(JudgeRequest request, Asked end) {
            ended.accept(request, end);
            failuresInARow = end instanceof Asked.Failed ? failuresInARow + 1 : 0;
            if (end instanceof Asked.Failed(String sentence) && failuresInARow == FAILURES_IN_A_ROW) {
                throw new BadInputException(FAILURES_IN_A_ROW + " questions in a row failed, the last because "
                        + sentence + "; what was answered is kept, so start again when that is put right.");
            }
        }

        private Asked asked(JudgeRequest request) throws InterruptedException {
            Duration wait = endpoint.limits().firstWait();
            for (int attempt = 1; ; attempt++) {
                pace.await();
                if (stop.get() != null) {
                    throw new InterruptedException();
                }
                switch (once(request)) {
                    case Attempt.Answered(JudgeReply reply) -> {
                        return new Asked.Replied(reply);
                    }
                    case Attempt.Refused(String why) -> {
                        return new Asked.Failed("the endpoint " + why);
                    }
                    case Attempt.Stop(String sentence) -> throw new BadInputException(sentence);
                    case Attempt.Again again -> {
                        if (attempt == endpoint.limits().attempts()) {
                            return givenUp(again, attempt);
                        }
                        hold(again);
                        // spread out, so that what failed together does not come back together
                        Thread.sleep((long)
                                (wait.toMillis() * ThreadLocalRandom.current().nextDouble(0.5, 1)));
                        wait = shorter(wait.multipliedBy(2), LONGEST_WAIT);
                    }
                }
            }
        }

        private Attempt once(JudgeRequest request) throws InterruptedException {
            spending.reserve(request);
            Attempt attempt = null;
            try {
                attempt = exchange.attempt(request);
                return attempt;
            } finally {
                if (attempt instanceof Attempt.Answered(JudgeReply reply)) {
                    spending.answered(request, reply);
                } else {
                    boolean lost = attempt instanceof Attempt.Again again && again.kind() == Attempt.Kind.LOST;
                    spending.ended(request, attempt == null || lost);
                }
            }
        }

        private Asked givenUp(Attempt.Again again, int attempts) {
            if (again.kind() == Attempt.Kind.UNREACHABLE) {
                throw new BadInputException("The endpoint " + endpoint.base().getHost() + " " + again.why() + " after "
                        + attempts + " attempts; start it, or correct the judge's address.");
            }
            return new Asked.Failed("the endpoint " + again.why() + ", " + attempts + " times");
        }

        private void hold(Attempt.Again again) {
            if (again.hold() == null) {
                return;
            }
            if (again.hold().compareTo(LONGEST_HOLD) > 0) {
                throw new BadInputException("The endpoint asks to wait "
                        + again.hold().toSeconds() + " s; what was answered is kept, so start again after that.");
            }
            pace.hold(again.hold());
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
