package org.densepath.app.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.densepath.app.figures.FiguresPage;
import org.densepath.app.live.LivePage;
import org.densepath.app.live.RunViewModel;
import org.densepath.app.live.RunWatch;
import org.densepath.app.live.ScoresView;
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
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
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
    private final FiguresPage figures;
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
        Path runs = home.resolve("runs");
        run = new RunViewModel(
                runs, WorkerProcess::start, arguments -> WorkerCommand.of(home, workerMain, workerOptions, arguments));
        watch = new RunWatch(runs, sample, window, run::show);
        run.watchedBy(watch);
        traces = new TraceLoader(window);
        tokens = new TokensViewModel(traces);
        run.run().subscribe(now -> tokens.newest(now.rolloutsFile()));

        figures = new FiguresPage(run, navigator, actions, tasks, notices, preferences);
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
        pages.add(page("scores", "Scores", "Held-out scores of every method", framed(new ScoresView(run))));
        pages.add(page(FiguresPage.ID, "Figures", "Figures as they will stand in a paper, and their export", figures));
        return pages;
    }

    private Region livePage() {
        LivePage page = new LivePage(run, appearance.appearance());
        WelcomeGate.over(page, run, sample, preferences, () -> navigator.show("tokens"));
        return page;
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
                    case "scores" -> MaterialDesignC.CHART_BAR;
                    case FiguresPage.ID -> MaterialDesignI.IMAGE_OUTLINE;
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

    /// Takes figures of any page, to be exported.
    public FiguresPage figures() {
        return figures;
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
        machine.close();
        tasks.close();
        preferences.close();
    }
}
