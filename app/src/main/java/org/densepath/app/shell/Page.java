package org.densepath.app.shell;

import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;

/// One page of the window: the navigation rail names it, and it fills the window when it is chosen.
///
/// @param id short and stable, for the preferences and tests
/// @param hint what the page is for, as a tooltip
public record Page(String id, String title, String hint, Ikon icon, Region node) {}
