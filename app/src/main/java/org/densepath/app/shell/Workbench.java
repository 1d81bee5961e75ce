package org.densepath.app.shell;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.densepath.app.figures.FigureOffer;
import org.densepath.app.live.LivePage;
import org.densepath.app.live.RunViewModel;
import org.densepath.app.live.RunWatch;
import org.densepath.app.live.ScoresView;
import org.densepath.app.pair.PairActions;
import org.densepath.app.pair.PairPage;
import org.densepath.app.pair.PairViewModel;
import org.densepath.app.pair.SweepViewModel;
import org.densepath.app.scoring.Scorer;
import org.densepath.app.scoring.ScorerListener;
import org.densepath.app.scoring.ServeScorer;
import org.densepath.app.settings.AppearanceChoice;
import org.densepath.app.settings.Preferences;
import org.densepath.app.settings.SettingsView;
import org.densepath.app.task.Notices;
import org.densepath.app.task.Tasks;
import org.densepath.app.task.WorkerCommand;
import org.densepath.app.task.WorkerProcess;
import org.densepath.app.tokens.TokensView;
import org.densepath.app.tokens.TokensViewModel;
import org.densepath.app.tokens.TraceLoader;
import org.densepath.paint.FigureFile;
import org.densepath.paint.FigureFormat;
import org.densepath.paint.FigureSize;
import org.densepath.paint.Theme;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// The parts of the window, put together.
public final class Workbench implements AutoCloseable {
    private final Path home;
    private final Path sample;
    private final Preferences preferences;
    private final AppearanceChoice appearance;
    private final Tasks tasks;
    private final Notices notices = new Notices();
    private final Navigator navigator = new Navigator();
    private final Actions actions = new Actions();
    private final MachineWatch machine;
    private final RunViewModel run;
    private final TokensViewModel tokens;
    private final RunWatch watch;
    private final TraceLoader traces;
    private final Scorer scorer;
    private final PairViewModel pair;
    private final PairPage pairPage;
    private final WorkbenchView view;

    /// @param home see [Home]
    /// @param workerMain the workers' main class
    /// @param workerOptions their Java options
    /// @param window runs what is handed to it on the window's thread
    public Workbench(Path home, String workerMain, List<String> workerOptions, Executor window) {
        this.home = home;
        this.sample = home.resolve("sample-data").resolve("run");
        Path choices = home.resolve(".densepath").resolve("preferences.json");
        preferences = Preferences.open(choices);
        appearance = new AppearanceChoice(preferences);
        tasks = new Tasks(window);
        machine = new MachineWatch(window);
        scorer = new ServeScorer(
                arguments -> WorkerCommand.of(home, workerMain, workerOptions, arguments), new ScorerListener() {
                    @Override
                    public void ended(String sentence) {
                        window.execute(() -> notices.problem(sentence));
                    }
                });
        Path runs = home.resolve("runs");
        run = new RunViewModel(
                runs, WorkerProcess::start, arguments -> WorkerCommand.of(home, workerMain, workerOptions, arguments));
        watch = new RunWatch(runs, sample, window, run::show);
        run.watchedBy(watch);
        traces = new TraceLoader(window);
        tokens = new TokensViewModel(traces);
        run.run().subscribe(now -> tokens.newest(now.rolloutsFile()));

        pair = new PairViewModel(scorer, tasks, preferences, window);
        run.run().subscribe(now -> pair.models().shown(now.folder()));
        pairPage = new PairPage(
                pair,
                new SweepViewModel(scorer, tasks, "Score under every kept policy"),
                new SweepViewModel(scorer, tasks, "Score under every reference"),
                appearance.appearance(),
                this::exportFigure);

        List<Page> pages = pages();
        pages.forEach(page -> actions.add(
                Action.of("go." + page.id(), page.title(), "Go to", page.icon(), () -> navigator.show(page.id()))
                        .on("Shortcut+" + (pages.indexOf(page) + 1))));
        addActions();
        List<Page> below = List.of(
                page(
                        "settings",
                        "Settings",
                        "How the window looks, and where things are",
                        new SettingsView(appearance, home, choices)),
                page("shortcuts", "Shortcuts", "All keys", new ShortcutsView(actions)));
        view = new WorkbenchView(pages, below, navigator, actions, run, appearance, machine, tasks, notices);
        navigator.show("live");
    }

    private List<Page> pages() {
        List<Page> pages = new ArrayList<>();
        pages.add(page("live", "Live", "How the shown run stands, and its curves", livePage()));
        pages.add(page(
                "tokens",
                "Tokens",
                "Each token's credit, over the text",
                framed(new TokensView(tokens, appearance.appearance()))));
        pages.add(page("pair", "Try text", "Any prompt and answer, scored, edited and compared", pairPage));
        pages.add(page("scores", "Scores", "Held-out scores of every method", framed(new ScoresView(run))));
        return pages;
    }

    private Region livePage() {
        LivePage page = new LivePage(run, appearance.appearance());
        WelcomeGate.over(page, run, sample, preferences, () -> navigator.show("tokens"));
        return page;
    }

    /// Writes a figure into the run's folder of figures.
    private void exportFigure(FigureOffer offer) {
        Path folder = run.run().get().folder().orElse(home).resolve("figures");
        tasks.run(
                "Export " + offer.suggestedName(),
                _ -> {
                    Path file = folder.resolve(offer.suggestedName() + ".svg");
                    Files.createDirectories(folder);
                    FigureFile.replace(
                            file,
                            offer.figure(),
                            FigureFormat.SVG,
                            FigureSize.millimetres(160, 300),
                            Theme.PAPER,
                            new ObjectMapper().writeValueAsString(offer.provenance()));
                    return file;
                },
                file -> notices.say("The figure is " + file + "."),
                notices::problem);
    }

    private void addActions() {
        actions.add(Action.of(
                        "window.palette", "Find an action", "Window", MaterialDesignM.MAGNIFY, () -> view.showPalette())
                .on("Shortcut+K"));
        actions.add(Action.of(
                        "window.appearance",
                        "Switch between light and dark",
                        "Window",
                        MaterialDesignT.THEME_LIGHT_DARK,
                        appearance::toggle)
                .on("Shortcut+Shift+L"));
        actions.add(Action.of(
                "window.settings",
                "Settings",
                "Window",
                MaterialDesignC.COG_OUTLINE,
                () -> navigator.show("settings")));
        actions.add(Action.of(
                        "window.shortcuts",
                        "Shortcuts",
                        "Window",
                        MaterialDesignK.KEYBOARD_OUTLINE,
                        () -> navigator.show("shortcuts"))
                .on("F1"));
        RunActions.add(actions, run, navigator);
        PairActions.add(actions, pair, pairPage, () -> navigator.show("pair"));
    }

    /// A page of one card that fills it.
    private static Region framed(Region card) {
        StackPane frame = new StackPane(card);
        frame.getStyleClass().add("page");
        return frame;
    }

    private static Page page(String id, String title, String hint, Region node) {
        return new Page(
                id,
                title,
                hint,
                switch (id) {
                    case "live" -> MaterialDesignC.CHART_LINE;
                    case "tokens" -> MaterialDesignF.FORMAT_COLOR_HIGHLIGHT;
                    case "pair" -> MaterialDesignC.COMPARE_HORIZONTAL;
                    case "scores" -> MaterialDesignC.CHART_BAR;
                    case "settings" -> MaterialDesignC.COG_OUTLINE;
                    default -> MaterialDesignK.KEYBOARD_OUTLINE;
                },
                node);
    }

    public WorkbenchView view() {
        return view;
    }

    public RunViewModel run() {
        return run;
    }

    public TokensViewModel tokens() {
        return tokens;
    }

    /// Answers questions to models, in a worker of its own that starts with the first one.
    public Scorer scorer() {
        return scorer;
    }

    public PairViewModel pair() {
        return pair;
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
        watch.start();
        machine.start();
    }

    /// Ends what the window does in the background. A worker goes on.
    @Override
    public void close() {
        watch.close();
        traces.close();
        scorer.close();
        machine.close();
        tasks.close();
        preferences.close();
    }
}
