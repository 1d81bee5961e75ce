package org.densepath.app.shell;

import java.util.function.Supplier;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;

/// One page of the window: the navigation rail names it, and it fills the window when it is chosen.
///
/// @param id short and stable, for the preferences and tests
/// @param hint what the page is for, as a tooltip @param node makes what is shown, when it is shown first
public record Page(String id, String title, String hint, Ikon icon, Supplier<Region> node) {}
