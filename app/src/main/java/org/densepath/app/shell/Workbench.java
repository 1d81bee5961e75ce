package org.densepath.app.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import org.densepath.app.action.Actions;
import org.densepath.app.action.Navigator;
import org.densepath.app.corpus.CorpusViewModel;
import org.densepath.app.figures.FiguresPage;
import org.densepath.app.inspect.InspectorViewModel;
import org.densepath.app.inspect.TokenPlace;
import org.densepath.app.launch.LaunchViewModel;
import org.densepath.app.live.LiveViewModel;
import org.densepath.app.live.Overlays;
import org.densepath.app.live.Place;
import org.densepath.app.live.RunViewModel;
import org.densepath.app.live.RunWatch;
import org.densepath.app.pair.PairViewModel;
import org.densepath.app.rollouts.RolloutsViewModel;
import org.densepath.app.runs.RunsViewModel;
import org.densepath.app.scoring.Scorer;
import org.densepath.app.scoring.ServeScorer;
import org.densepath.app.settings.AppearanceChoice;
import org.densepath.app.settings.Preferences;
import org.densepath.app.settings.TorchChoice;
import org.densepath.app.task.Notices;
import org.densepath.app.task.Tasks;
import org.densepath.app.task.WorkerCommand;
import org.densepath.app.task.WorkerProcess;
import org.densepath.app.tokens.TokensViewModel;
import org.densepath.app.tokens.TraceLoader;

/// The parts of the window, put together: what each page knows, and the ways from one to another.
public final class Workbench implements AutoCloseable {
    private final HomePlaces places;
    private final Preferences preferences;
    private final AppearanceChoice appearance;
    private final Tasks tasks;
    private final Notices notices = new Notices();
    private final Navigator navigator = new Navigator();
    private final Actions actions = new Actions();
    private final MachineWatch machine;
    private final Scorer scorer;
    private final RunViewModel run;
    private final RunWatch watch;
    private final RunsViewModel library;
    private final LaunchViewModel launch;
    private final Overlays overlays;
    private final LiveViewModel live;
    private final TraceLoader traces;
    private final TokensViewModel tokens;
    private final InspectorViewModel inspector;
    private final PairViewModel pair;
    private final RolloutsViewModel rollouts;
    private final CorpusViewModel corpus;
    private final Pages pages;
    private final WorkbenchView view;

    /// @param home see [Home]
    /// @param workerMain the workers' main class
    /// @param workerOptions their Java options
    /// @param window runs what is handed to it on the window's thread
    public Workbench(Path home, String workerMain, List<String> workerOptions, Executor window) {
        places = new HomePlaces(home);
        preferences = Preferences.open(places.choices());
        appearance = new AppearanceChoice(preferences);
        tasks = new Tasks(window);
        machine = new MachineWatch(window);
        RunViewModel.Commands commands =
                arguments -> WorkerCommand.of(home, workerMain, workerOptions, TorchChoice.add(preferences, arguments));
        scorer = new ServeScorer(commands::of, new ScorerNotices(notices, window));
        run = new RunViewModel(places.runs(), WorkerProcess::start, commands);
        watch = new RunWatch(places.runs(), places.sample(), window, run::show);
        run.watchedBy(watch);
        launch = new LaunchViewModel(home, run, commands, tasks, window);
        library = new RunsViewModel(places.runs(), places.sample(), LibraryOutside.of(this, commands), window);
        overlays = new Overlays(window);
        live = new LiveViewModel(run, preferences, overlays);
        traces = new TraceLoader(window);
        tokens = new TokensViewModel(traces, preferences);
        tokens.opensRunsBy(watch::open);
        pair = new PairViewModel(scorer, tasks, preferences, window);
        inspector = new InspectorViewModel(scorer, window, r -> {
            TokenPlace place = r.place();
            pair.replaced(place.row(), place.run(), r.before(), r.after());
        });
        rollouts = new RolloutsViewModel(window);
        corpus = new CorpusViewModel(tasks, window);
        followTheShownRun();
        pages = new Pages(this, commands, window);
        view = new WorkbenchView(
                pages.main(),
                pages.below(),
                navigator,
                actions,
                live,
                library,
                watch::open,
                appearance,
                machine,
                tasks,
                notices);
        navigator.show(Pages.LIVE);
    }

    private void followTheShownRun() {
        run.run().subscribe(now -> tokens.newest(now.rolloutsFile()));
        run.run().subscribe(now -> pair.models().shown(now.folder(), now.stagesDone()));
        run.run().subscribe((before, now) -> {
            boolean another = !now.rollouts().equals(before.rollouts());
            rollouts.show(now.folder(), another);
            corpus.show(now.folder(), another);
        });
        navigator.page().subscribe(page -> {
            rollouts.active(page.equals(Pages.ROLLOUTS));
            corpus.active(page.equals(Pages.CORPUS));
        });
    }

    /// Shows the tokens of a response.
    void openTokens(Place place) {
        tokens.open(place);
        navigator.show(Pages.TOKENS);
    }

    /// Puts the shown response into the editor.
    void editResponse() {
        tokens.response().ifPresent(row -> tokens.run().ifPresent(folder -> {
            pair.open(row, folder);
            navigator.show(Pages.PAIR);
        }));
    }

    /// Shows the responses of a step.
    void openStep(Place place) {
        rollouts.showStep(place.arm(), place.seed(), place.step());
        navigator.show(Pages.ROLLOUTS);
    }

    /// Shows another run.
    void openRun(Path folder) {
        watch.open(folder);
        navigator.show(Pages.LIVE);
    }

    HomePlaces places() {
        return places;
    }

    Preferences preferences() {
        return preferences;
    }

    Actions actions() {
        return actions;
    }

    LiveViewModel live() {
        return live;
    }

    InspectorViewModel inspector() {
        return inspector;
    }

    Pages pages() {
        return pages;
    }

    public WorkbenchView view() {
        return view;
    }

    public RunViewModel run() {
        return run;
    }

    public RunsViewModel library() {
        return library;
    }

    public LaunchViewModel launch() {
        return launch;
    }

    public TokensViewModel tokens() {
        return tokens;
    }

    public PairViewModel pair() {
        return pair;
    }

    public RolloutsViewModel rollouts() {
        return rollouts;
    }

    public CorpusViewModel corpus() {
        return corpus;
    }

    /// Takes figures of any page, to be exported.
    public FiguresPage figures() {
        return pages.figures();
    }

    /// Answers questions to models, in a worker of its own that starts with the first one.
    public Scorer scorer() {
        return scorer;
    }

    public Navigator navigator() {
        return navigator;
    }

    public AppearanceChoice appearance() {
        return appearance;
    }

    public Notices notices() {
        return notices;
    }

    public Tasks tasks() {
        return tasks;
    }

    /// Begins to watch the runs.
    public void start() {
        start(Runnable::run);
    }

    /// @param later does what need not be done before the window is seen
    void start(Executor later) {
        watch.start();
        later.execute(() -> {
            library.start();
            machine.start();
            pages.prepare();
        });
    }

    /// Ends what the window does in the background. A worker that trains goes on.
    @Override
    public void close() {
        watch.close();
        library.close();
        launch.close();
        overlays.close();
        traces.close();
        rollouts.close();
        corpus.close();
        scorer.close();
        machine.close();
        tasks.close();
        preferences.close();
    }
}
