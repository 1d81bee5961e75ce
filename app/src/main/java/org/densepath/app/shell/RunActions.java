package org.densepath.app.shell;

import java.util.function.BooleanSupplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import org.densepath.app.action.Action;
import org.densepath.app.action.Actions;
import org.densepath.app.action.Navigator;
import org.densepath.app.live.RunViewModel;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// What can be done with the shown run.
final class RunActions {
    private RunActions() {}

    static void add(Actions actions, RunViewModel run, Navigator navigator) {
        actions.add(Action.of("run.demo", "Run the demo", "Run", MaterialDesignP.PLAY, () -> {
                    run.startDemo();
                    navigator.show("live");
                })
                .when(when(run, run::canStart), () -> "A run is at work: stop it first."));
        actions.add(Action.of("run.stop", "Stop and keep", "Run", MaterialDesignS.STOP, run::stopAndKeep)
                .when(when(run, run::canStop), () -> "Nothing runs that could be stopped."));
        actions.add(Action.of("run.abort", "Abort", "Run", MaterialDesignC.CLOSE_OCTAGON_OUTLINE, () -> {
                    navigator.show("live");
                    run.askToAbort();
                })
                .when(when(run, run::canAbort), () -> "Nothing runs that could be aborted."));
        actions.add(Action.of("run.resume", "Resume", "Run", MaterialDesignR.RESTART, run::resume)
                .when(when(run, run::canResume), () -> "The shown run has nothing left to do, or is at work."));
    }

    private static ObservableBooleanValue when(RunViewModel run, BooleanSupplier condition) {
        return Bindings.createBooleanBinding(condition::getAsBoolean, run.run());
    }
}
