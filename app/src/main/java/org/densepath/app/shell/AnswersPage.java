package org.densepath.app.shell;

import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import org.densepath.app.action.Action;
import org.densepath.app.action.Actions;
import org.densepath.app.bench.AnswersViewModel;
import org.densepath.app.bench.AuditViewModel;
import org.densepath.app.bench.BenchPage;
import org.densepath.app.bench.CreditViewModel;
import org.densepath.app.bench.LocaliseViewModel;
import org.densepath.app.figures.FigureOffer;
import org.densepath.app.live.RunViewModel;
import org.densepath.app.paint.Appearance;
import org.densepath.app.pair.PairViewModel;
import org.densepath.app.scoring.Role;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// The page of answers, which follows the shown run.
final class AnswersPage {
    private final Workbench workbench;
    private final ObservableValue<Appearance> appearance;
    private final Consumer<FigureOffer> exports;
    private final AnswersViewModel answers;
    private final CreditViewModel credit;
    private final LocaliseViewModel localise;
    private final AuditViewModel audit;
    private BenchPage page;
    private Region framed;

    /// @param exports takes a figure to the export @param window runs what is handed to it on the window's thread
    AnswersPage(
            Workbench workbench,
            ObservableValue<Appearance> appearance,
            Consumer<FigureOffer> exports,
            RunViewModel.Commands commands,
            Executor window) {
        this.workbench = workbench;
        this.appearance = appearance;
        this.exports = exports;
        answers = new AnswersViewModel(workbench.tasks(), window);
        credit = new CreditViewModel(workbench.scorer(), window);
        localise = new LocaliseViewModel(workbench.tasks(), commands);
        audit = new AuditViewModel(workbench.tasks());
        workbench.run().run().subscribe(now -> {
            answers.show(now.folder());
            localise.show(now.folder());
            audit.show(now.folder());
        });
        workbench.run().run().subscribe((before, now) -> {
            // answers come with their scores
            if (!before.scores().equals(now.scores())) {
                answers.readAgain();
            }
        });
        workbench.navigator().page().subscribe(page -> {
            boolean active = page.equals(Pages.ANSWERS);
            answers.active(active);
            localise.active(active);
            audit.active(active);
        });
        addActions();
    }

    private void addActions() {
        Actions actions = workbench.actions();
        actions.add(Action.of(
                "answers.credit",
                "Show or hide the credit of answers",
                "Answers",
                MaterialDesignF.FORMAT_COLOR_HIGHLIGHT,
                () -> {
                    workbench.navigator().show(Pages.ANSWERS);
                    credit.toggle();
                }));
        actions.add(Action.of(
                "answers.localise", "Measure where credit finds errors", "Answers", MaterialDesignT.TARGET, () -> {
                    workbench.navigator().show(Pages.ANSWERS);
                    page().showLocalisation();
                    localise.measure();
                }));
    }

    Region framed() {
        if (framed == null) {
            framed = Pages.framed(page());
        }
        return framed;
    }

    private BenchPage page() {
        if (page == null) {
            page = new BenchPage(answers, credit, localise, audit, appearance, this::tryText, exports);
        }
        return page;
    }

    /// Puts an answer into the editor of the page on which texts are tried, and scores it.
    private void tryText(String prompt, String answer, Map<Role, String> models) {
        PairViewModel pair = workbench.pair();
        for (Role role : Role.values()) {
            pair.models().name(role).set(models.getOrDefault(role, ""));
        }
        pair.prompt().set(prompt);
        pair.answer().set(answer);
        pair.score();
        workbench.navigator().show(Pages.PAIR);
    }
}
