package org.densepath.app.task;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.densepath.run.Control;
import org.densepath.run.Event;
import org.densepath.run.RunFolder;
import org.densepath.run.RunLock;

/// A worker without an engine: `demo --runs DIR`, `run EXPERIMENT … --runs DIR` and `resume RUN` write events as
/// the real one does, `estimate` tells a speed. The property `fake.pause` is the time a step takes, in
/// milliseconds; `fake.end` how the demo ends: `finish`, `fail`, `crash` or `refuse`.
public final class FakeWorker {
    private static final int STEPS = 30;
    private final FakeRun run;
    private final Control control;
    private final String end = System.getProperty("fake.end", "finish");

    private FakeWorker(FakeRun run) {
        this.run = run;
        this.control = new Control(run.folder().control());
    }

    public static void main(String[] arguments) throws Exception {
        boolean resume = arguments[0].equals("resume");
        if (!resume && "refuse".equals(System.getProperty("fake.end"))) {
            System.err.println("The folder sample-data was not found; start in the product's folder.");
            System.exit(2);
        }
        if (arguments[0].equals("estimate")) {
            estimate();
            return;
        }
        RunFolder folder;
        try (FakeRun run = resume
                ? FakeRun.open(Path.of(arguments[1]))
                : FakeRun.create(Path.of(arguments[List.of(arguments).indexOf("--runs") + 1]), "demo")) {
            folder = run.folder();
            try (RunLock _ = RunLock.acquire(folder.lock())) {
                System.exit(new FakeWorker(run).work(resume));
            }
        }
    }

    /// A measured speed, that of the sample model.
    private static void estimate() {
        System.err.println("Loading the model");
        System.out.println("""
            {"speed": {"start": 3.4, "train": 1.3e-4, "update": 1.8e-3, "pack": 0.01, "prefill": 4.7e-5,
            "decode": 2.9e-3, "row": 7.6e-5, "score": 6.3e-5, "policy": 2.2e-4, "write": 6e-10,
            "answers": [4, 6, 8, 9, 10, 12, 16, 30], "answerLimit": 40, "slot": 2048, "parameters": 881408,
            "others": 0.0}}\
            """);
    }

    private int work(boolean resume) throws InterruptedException {
        control.clear();
        if (resume) {
            run.tell(new Event.RunResumed(List.of(new Event.ResumedTrack("dpr", "dpr", 1, 5))));
        } else {
            run.tell(new Event.RunStarted("Demo"));
        }
        run.tell(new Event.StageStarted("dpr", "dpr", 1, STEPS));
        for (int step = resume ? 6 : 1; step <= STEPS; step++) {
            Thread.sleep(Long.getLong("fake.pause", 50));
            run.dprStep(step);
            if (step % 5 == 0) {
                run.rollouts(step);
            }
            if (control.poll().equals(Optional.of(Control.Request.STOP))) {
                run.tell(new Event.RunStopped("Stopped on request."));
                return 3;
            }
            if (step == 10 && !resume && end.equals("crash")) {
                Runtime.getRuntime().halt(137);
            }
            if (step == 10 && !resume && end.equals("fail")) {
                run.tell(new Event.RunFailed("The loss is not finite at step 10.", "Lower dpr.learningRate."));
                return 1;
            }
        }
        run.tell(new Event.StageFinished("dpr", "dpr", 1));
        run.scores();
        run.tell(new Event.RunFinished());
        return 0;
    }
}
