package org.densepath.app.shell;

import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.densepath.app.action.Action;
import org.densepath.app.action.Actions;
import org.densepath.app.corpus.CorpusView;
import org.densepath.app.figures.FiguresPage;
import org.densepath.app.launch.LaunchPage;
import org.densepath.app.live.LiveActions;
import org.densepath.app.live.LivePage;
import org.densepath.app.live.RunViewModel;
import org.densepath.app.paint.Appearance;
import org.densepath.app.pair.PairActions;
import org.densepath.app.pair.PairPage;
import org.densepath.app.pair.SweepViewModel;
import org.densepath.app.rollouts.RolloutsActions;
import org.densepath.app.rollouts.RolloutsView;
import org.densepath.app.runs.RunsActions;
import org.densepath.app.runs.RunsView;
import org.densepath.app.scores.ScoresView;
import org.densepath.app.scores.ScoresViewModel;
import org.densepath.app.settings.SettingsView;
import org.densepath.app.settings.TorchChoice;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

/// The window's pages, in the order of the rail.
final class Pages {
    static final String RUNS = "runs";
    static final String NEW_RUN = LaunchPage.ID;
    static final String LIVE = "live";
    static final String TOKENS = "tokens";
    static final String PAIR = "pair";
    static final String CORPUS = "corpus";
    static final String ROLLOUTS = "rollouts";
    static final String SCORES = "scores";
    static final String ANSWERS = "answers";
    private static final String SETTINGS = "settings";
    static final String SHORTCUTS = "shortcuts";

    private final Workbench workbench;
    private final Executor window;
    private final ObservableValue<Appearance> appearance;
    private final FiguresPage figures;
    private final LaunchPage launch;
    private PairPage pair;
    private RunsView runs;
    private final TokensPage tokens;
    private final AnswersPage answers;
    private final List<Page> main;
    private final List<Page> below;

    /// @param commands the workers' command lines
    Pages(Workbench workbench, RunViewModel.Commands commands, Executor window) {
        this.workbench = workbench;
        this.window = window;
        appearance = workbench.appearance().appearance();
        figures = new FiguresPage(
                workbench.run(),
                workbench.navigator(),
                workbench.actions(),
                workbench.tasks(),
                workbench.notices(),
                workbench.preferences());
        launch = new LaunchPage(
                workbench.launch(),
                workbench.places().runs(),
                workbench.tasks(),
                workbench.notices(),
                workbench.navigator(),
                workbench.actions());
        RunsActions.add(workbench.actions(), workbench.library(), this::runs, () -> show(RUNS));
        // these have actions that are to be found from the beginning
        Region live = live();
        tokens = new TokensPage(workbench, appearance, figures, () -> show(TOKENS));
        answers = new AnswersPage(workbench, appearance, figures, commands, window);
        main = List.of(
                new Page(
                        RUNS,
                        "Runs",
                        "All runs: find, compare, resume, tidy up",
                        MaterialDesignV.VIEW_LIST_OUTLINE,
                        this::runs),
                new Page(
                        NEW_RUN,
                        "New run",
                        "Choose model, data and settings, and launch",
                        MaterialDesignP.PLUS_CIRCLE_OUTLINE,
                        () -> launch),
                new Page(
                        LIVE,
                        "Live",
                        "How the shown run stands, and its curves",
                        MaterialDesignC.CHART_LINE,
                        () -> live),
                new Page(
                        TOKENS,
                        "Tokens",
                        "Each token's credit, over the text",
                        MaterialDesignF.FORMAT_COLOR_HIGHLIGHT,
                        tokens::framed),
                new Page(
                        PAIR,
                        "Try text",
                        "Any prompt and answer, scored, edited and compared",
                        MaterialDesignC.COMPARE_HORIZONTAL,
                        this::pair),
                new Page(
                        CORPUS,
                        "Corpus",
                        "Which tokens earn credit, over all kept responses",
                        MaterialDesignT.TEXT_BOX_SEARCH_OUTLINE,
                        () -> framed(new CorpusView(workbench.corpus(), appearance, workbench::openTokens, figures))),
                new Page(
                        ROLLOUTS,
                        "Rollouts",
                        "All kept responses: find, sort, compare over the steps",
                        MaterialDesignF.FORMAT_LIST_TEXT,
                        () -> framed(
                                new RolloutsView(workbench.rollouts(), appearance, workbench::openTokens, figures))),
                new Page(
                        SCORES,
                        "Scores",
                        "Held-out scores of every method",
                        MaterialDesignC.CHART_BAR,
                        () -> framed(new ScoresView(
                                new ScoresViewModel(workbench.run(), workbench.tasks()),
                                appearance,
                                figures,
                                workbench.notices()))),
                new Page(
                        ANSWERS,
                        "Answers",
                        "What every method answered, side by side; where credit finds errors; how judges judge",
                        MaterialDesignF.FORMAT_COLUMNS,
                        answers::framed),
                new Page(
                        FiguresPage.ID,
                        "Figures",
                        "Figures as they will stand in a paper, and their export",
                        MaterialDesignI.IMAGE_OUTLINE,
                        () -> figures));
        RolloutsActions.add(workbench.actions(), workbench.rollouts(), () -> show(ROLLOUTS));
        addActions();
        below = List.of(
                new Page(
                        SETTINGS,
                        "Settings",
                        "How the window looks, and where things are",
                        MaterialDesignC.COG_OUTLINE,
                        () -> new SettingsView(
                                workbench.appearance(),
                                new TorchChoice(workbench.preferences()),
                                workbench.places().home(),
                                workbench.places().choices())),
                new Page(
                        SHORTCUTS,
                        "Shortcuts",
                        "All keys",
                        MaterialDesignK.KEYBOARD_OUTLINE,
                        () -> new ShortcutsView(workbench.actions())));
    }

    List<Page> main() {
        return main;
    }

    /// Those at the foot of the rail.
    List<Page> below() {
        return below;
    }

    FiguresPage figures() {
        return figures;
    }

    /// Makes the pages that a person goes to first, each in a turn of its own, so that none is waited for then.
    void prepare() {
        window.execute(this::runs);
        window.execute(tokens::inspector);
        window.execute(tokens::framed);
    }

    LaunchPage launch() {
        return launch;
    }

    private RunsView runs() {
        if (runs == null) {
            runs = new RunsView(workbench.library(), appearance);
        }
        return runs;
    }

    private Region live() {
        LivePage page = new LivePage(
                workbench.live(),
                appearance,
                workbench.preferences(),
                figures,
                workbench::openStep,
                () -> workbench.view().showOverlays(),
                workbench.notices());
        LiveActions.add(workbench.actions(), workbench.live(), workbench.navigator());
        WelcomeGate.over(page, workbench.run(), workbench.places().sample(), workbench.preferences(), this::show);
        return page;
    }

    private PairPage pair() {
        if (pair == null) {
            pair = new PairPage(
                    workbench.pair(),
                    new SweepViewModel(workbench.scorer(), workbench.tasks(), "Score under every kept policy"),
                    new SweepViewModel(workbench.scorer(), workbench.tasks(), "Score under every reference"),
                    appearance,
                    figures);
        }
        return pair;
    }

    private void addActions() {
        Actions actions = workbench.actions();
        for (Page page : main) {
            actions.add(Action.of("go." + page.id(), page.title(), "Go to", page.icon(), () -> show(page.id()))
                    .on("Shortcut+" + (main.indexOf(page) + 1) % 10));
        }
        WindowActions.add(actions, workbench, () -> show(SETTINGS), () -> show(SHORTCUTS));
        RunActions.add(actions, workbench.run(), workbench.navigator());
        PairActions.add(actions, workbench.pair(), this::pair, () -> show(PAIR));
    }

    private void show(String page) {
        workbench.navigator().show(page);
    }

    /// A page of one card that fills it.
    static Region framed(Region card) {
        StackPane frame = new StackPane(card);
        frame.getStyleClass().add("page");
        return frame;
    }
}
