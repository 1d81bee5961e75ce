package org.densepath.app.shell;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.densepath.app.live.LivePage;
import org.densepath.app.live.RunViewModel;
import org.densepath.app.settings.Preferences;
import org.densepath.app.welcome.WelcomeCard;

/// Shows the welcome while the sample run is open, until it is closed for good.
final class WelcomeGate {
    private static final String CLOSED = "welcome.closed";
    /// The demo takes 91 s on two quiet cores.
    private static final int DEMO_MINUTES = 2;

    private WelcomeGate() {}

    /// @param goes shows the page of an id
    static void over(LivePage page, RunViewModel run, Path sample, Preferences preferences, Consumer<String> goes) {
        Runnable form = () -> goes.accept(Pages.NEW_RUN);
        Runnable tokens = () -> goes.accept(Pages.TOKENS);
        WelcomeCard card = new WelcomeCard(DEMO_MINUTES, run::startDemo, form, tokens, () -> {
            preferences.put(CLOSED, true);
            page.getChildren().removeIf(WelcomeCard.class::isInstance);
        });
        run.run().subscribe(now -> {
            boolean wanted = now.folder().equals(Optional.of(sample))
                    && !preferences.flag(CLOSED, false)
                    && !now.phase().busy();
            if (wanted != page.getChildren().contains(card)) {
                if (wanted) {
                    page.getChildren().addFirst(card);
                } else {
                    page.getChildren().remove(card);
                }
            }
        });
    }
}
