package org.densepath.paint.font;

/// A part of a text that one font shows.
///
/// @param shaped whether its characters must be placed by a layout engine (combining marks, Arabic, Indic
/// scripts), so that glyphs are not simply one after another
public record FontRun(String text, FontFile font, boolean shaped) {}
