package org.densepath.app.shell;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import org.densepath.app.figures.FigureOffer;
import org.densepath.app.inspect.InspectorActions;
import org.densepath.app.inspect.InspectorView;
import org.densepath.app.paint.Appearance;
import org.densepath.app.tokens.TokensActions;
import org.densepath.app.tokens.TokensMemory;
import org.densepath.app.tokens.TokensView;

/// The tokens with the inspector beside them. Their actions and what they remember of a run are there from the
/// beginning, their some hundred nodes when they are asked for.
final class TokensPage {
    private final Workbench workbench;
    private final ObservableValue<Appearance> appearance;
    private final Consumer<FigureOffer> exports;
    private final TokensMemory memory;
    private InspectorView inspector;
    private TokensView view;
    private Region framed;

    /// @param exports takes a figure to the export @param show brings the page to the front
    TokensPage(
            Workbench workbench, ObservableValue<Appearance> appearance, Consumer<FigureOffer> exports, Runnable show) {
        this.workbench = workbench;
        this.appearance = appearance;
        this.exports = exports;
        memory = new TokensMemory(workbench.tokens(), workbench.preferences());
        TokensActions.add(workbench.actions(), this::view, workbench.tokens(), show);
        InspectorActions.add(workbench.actions(), () -> inspector().copyLatex(), workbench.inspector(), show);
    }

    InspectorView inspector() {
        if (inspector == null) {
            inspector = new InspectorView(workbench.inspector(), appearance);
            inspector.exportsBy(exports);
        }
        return inspector;
    }

    Region framed() {
        if (framed == null) {
            framed = Pages.framed(view());
        }
        return framed;
    }

    private TokensView view() {
        if (view == null) {
            view = new TokensView(workbench.tokens(), memory, appearance);
            view.beside(inspector());
            view.watchedBy(new PointedToken(workbench.tokens(), workbench.inspector()));
            view.exportsBy(exports);
            view.editsBy(workbench::editResponse);
            view.speaksBy(workbench.notices()::say, workbench.notices()::problem);
        }
        return view;
    }
}
