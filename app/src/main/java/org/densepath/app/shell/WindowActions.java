package org.densepath.app.shell;

import org.densepath.app.action.Action;
import org.densepath.app.action.Actions;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// What can be done with the window itself.
final class WindowActions {
    private static final String GROUP = "Window";

    private WindowActions() {}

    static void add(Actions actions, Workbench workbench, Runnable settings, Runnable shortcuts) {
        actions.add(Action.of("window.palette", "Find an action", GROUP, MaterialDesignM.MAGNIFY, () -> workbench
                        .view()
                        .showPalette())
                .on("Shortcut+K"));
        actions.add(Action.of("window.run", "Show another run", GROUP, MaterialDesignS.SWAP_HORIZONTAL, () -> workbench
                        .view()
                        .showRuns())
                .on("Shortcut+O"));
        actions.add(Action.of(
                "window.overlay", "Lay another run over the curves", "Curves", MaterialDesignL.LAYERS_PLUS, () -> {
                    workbench.navigator().show(Pages.LIVE);
                    workbench.view().showOverlays();
                }));
        actions.add(Action.of(
                        "window.appearance",
                        "Switch between light and dark",
                        GROUP,
                        MaterialDesignT.THEME_LIGHT_DARK,
                        () -> workbench.appearance().toggle())
                .on("Shortcut+Shift+L"));
        actions.add(Action.of("window.settings", "Settings", GROUP, MaterialDesignC.COG_OUTLINE, settings));
        actions.add(Action.of("window.shortcuts", "Shortcuts", GROUP, MaterialDesignK.KEYBOARD_OUTLINE, shortcuts)
                .on("F1"));
    }
}
