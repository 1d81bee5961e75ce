package org.densepath.bench.judge.endpoint;

import java.util.Locale;
import org.densepath.bench.judge.ask.CapReachedException;
import org.densepath.bench.judge.ask.JudgeReply;
import org.densepath.bench.judge.ask.JudgeRequest;

/// What has been spent, and what requests that are under way could cost: together never above the cap. What came
/// back without a count of tokens is taken at its highest.
public final class Spending {
    private final Prices prices;
    private final double cap;
    private double spent;
    private double open;

    /// `cap`: infinite for none; `before`: what earlier replies to the same questions have cost.
    public Spending(Prices prices, double cap, double before) {
        this.prices = prices;
        this.cap = cap;
        spent = before;
    }

    /// Throws [CapReachedException] when the request could lead above the cap.
    synchronized void reserve(JudgeRequest request) {
        double most = prices.atMost(request);
        if (spent + open + most > cap) {
            throw new CapReachedException(String.format(
                    Locale.ROOT,
                    "The cap of %.4g is reached: %.4g is spent and the next question could cost %.2g; raise --cap to go"
                            + " on.",
                    cap,
                    spent + open,
                    most));
        }
        open += most;
    }

    /// The request has been answered.
    synchronized void answered(JudgeRequest request, JudgeReply reply) {
        open -= prices.atMost(request);
        spent += prices.of(reply);
    }

    /// The request ended without a usable answer. `charged`: the endpoint may have worked on it.
    synchronized void ended(JudgeRequest request, boolean charged) {
        open -= prices.atMost(request);
        spent += charged ? prices.atMost(request) : 0;
    }

    public synchronized double spent() {
        return spent;
    }
}
