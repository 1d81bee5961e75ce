package org.densepath.app.shell;

import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.util.Duration;
import org.controlsfx.control.NotificationPane;
import org.densepath.app.task.Notices;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/// Shows notices at the foot of the pages: what is only said goes away by itself, a problem stays until it is
/// closed.
final class NoticeBar {
    private static final Duration SHOWN = Duration.seconds(8);

    private final NotificationPane pane;
    private final PauseTransition away = new PauseTransition(SHOWN);

    NoticeBar(Node pages) {
        pane = new NotificationPane(pages);
        pane.setId("notice");
        pane.setShowFromTop(false);
        away.setOnFinished(_ -> pane.hide());
    }

    Node node() {
        return pane;
    }

    void show(Notices.Notice notice) {
        away.stop();
        FontIcon icon = new FontIcon(
                notice.problem() ? MaterialDesignA.ALERT_CIRCLE_OUTLINE : MaterialDesignI.INFORMATION_OUTLINE);
        icon.getStyleClass().add(notice.problem() ? "notice-problem" : "notice-said");
        pane.setGraphic(icon);
        pane.getActions()
                .setAll(notice.offer().stream()
                        .map(offer -> new org.controlsfx.control.action.Action(offer.label(), _ -> {
                            pane.hide();
                            offer.run().run();
                        }))
                        .toList());
        pane.show(notice.text());
        if (!notice.problem()) {
            away.playFromStart();
        }
    }
}
