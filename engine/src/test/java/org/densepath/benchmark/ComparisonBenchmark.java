package org.densepath.benchmark;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.densepath.benchmark.ComparisonTable.Better;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Our work beside the peers', on the same model, rows and threads: the peer, ours, the peer, ours, each in a
/// process of its own, and the medians as a Markdown table in `target/benchmark/comparison.md`. It asserts
/// nothing. The peers are skipped, visibly, where `-Ddensepath.peers.python` names no Python that has them.
@Tag("benchmark")
class ComparisonBenchmark {
    private static final int ROUNDS = Integer.getInteger("densepath.benchmark.rounds", 2);
    private static final int UPDATES = 6;
    private static final int NEW_TOKENS = 64;
    private static final ComparisonTable TABLE = new ComparisonTable();

    @BeforeAll
    static void requireModel() {
        assumeTrue(PeerWork.isThere(), "skipped: no model and data beside the project, at " + PeerWork.SHARED);
    }

    @AfterAll
    static void write() {
        TABLE.write(Path.of("target/benchmark/comparison.md"));
    }

    @Test
    void supervised() throws InterruptedException {
        Series ours = new Series("ours", Workload.ours(SupervisedBenchmark.class, UPDATES));
        List<Series> peers = new ArrayList<>();
        for (String variant : List.of("plain", "grouped", "packed")) {
            peers.addAll(peer("TRL " + variant, "sft.py", UPDATES, variant));
        }
        alternate(peers, ours);
        TABLE.add("SFT, tokens/s", Better.HIGHER, ours, peers, run -> run.last("tokens_per_s"));
        TABLE.add("SFT, peak resident MB", Better.LOWER, ours, peers, run -> run.last("peak_rss_mb"));
    }

    @Test
    void sampling() throws InterruptedException {
        for (int batch : new int[] {1, 8, 32}) {
            Series ours = new Series("ours", Workload.ours(SamplingBenchmark.class, batch, NEW_TOKENS));
            List<Series> peers = peer("Transformers", "generate.py", batch);
            alternate(peers, ours);
            TABLE.add(
                    "sampling, batch " + batch + ", tokens/s",
                    Better.HIGHER,
                    ours,
                    peers,
                    run -> run.last("tokens_per_s"));
        }
    }

    @Test
    void reinforce() throws InterruptedException {
        Series ours = new Series("ours", Workload.ours(ReinforceBenchmark.class, 1));
        List<Series> peers = peer("Transformers", "dpr_step.py", 1);
        alternate(peers, ours);
        TABLE.add("DPR step, s", Better.LOWER, ours, peers, run -> run.last("step_s"));
        TABLE.add("DPR step, response tokens/s", Better.HIGHER, ours, peers, run -> run.last("tokens_per_s"));
    }

    /// The peer counts from its first line on; ours is charged with the start of the virtual machine as well.
    @Test
    void load() throws InterruptedException {
        Series ours = new Series("ours", Workload.ours(FirstLogProbabilityBenchmark.class));
        List<Series> peers = peer("Transformers", "load.py");
        alternate(peers, ours);
        TABLE.add("GGUF to the first log-probability, s", Better.LOWER, ours, peers, run -> run.lines()
                .getLast()
                .figures()
                .getOrDefault("seconds", run.seconds()));
    }

    @Test
    void memoryOverManySteps() throws InterruptedException {
        new Series("1,000 steps of a tiny model", Workload.ours(SteadyMemoryBenchmark.class, 1000)).run();
    }

    @Test
    void machine() throws InterruptedException {
        new Series("this machine", Workload.ours(MachineBenchmark.class)).run();
    }

    private static List<Series> peer(String name, String script, Object... arguments) {
        List<Series> found = Workload.peer(script, arguments).map(workload -> new Series(name, workload)).stream()
                .toList();
        if (found.isEmpty()) {
            System.out.println("skipped: " + name + "; name a Python with the peers by -Ddensepath.peers.python");
        }
        return found;
    }

    private static void alternate(List<Series> peers, Series ours) throws InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            for (Series peer : peers) {
                peer.run();
            }
            ours.run();
        }
    }
}
