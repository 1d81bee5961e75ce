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
    private double underWay;
    private int open;

    /// `cap`: infinite for none; `before`: what earlier replies to the same questions have cost.
    public Spending(Prices prices, double cap, double before) {
        this.prices = prices;
        this.cap = cap;
        spent = before;
    }

    /// Waits while requests under way could still cost too much for this one to be added; they seldom cost their
    /// most. Throws [CapReachedException] when it could lead above the cap though nothing is under way.
    synchronized void reserve(JudgeRequest request) throws InterruptedException {
        double most = prices.atMost(request);
        while (open > 0 && spent + most <= cap && spent + underWay + most > cap) {
            wait();
        }
        if (spent + underWay + most > cap) {
            throw new CapReachedException(String.format(
                    Locale.ROOT,
                    "The cap of %.4g is reached: %.4g is spent and the next question could cost %.2g; raise --cap to go"
                            + " on.",
                    cap,
                    spent,
                    most));
        }
        open++;
        underWay += most;
    }

    /// The request has been answered.
    synchronized void answered(JudgeRequest request, JudgeReply reply) {
        settle(request, prices.of(reply));
    }

    /// The request ended without a usable answer. `charged`: the endpoint may have worked on it.
    synchronized void ended(JudgeRequest request, boolean charged) {
        settle(request, charged ? prices.atMost(request) : 0);
    }

    private void settle(JudgeRequest request, double cost) {
        open--;
        // sums of what was added and taken off need not end at 0
        underWay = open == 0 ? 0 : underWay - prices.atMost(request);
        spent += cost;
        notifyAll();
    }

    public synchronized double spent() {
        return spent;
    }
}
