/// Drawing that the window's canvas and the exported figures share: figures are plain data, painters turn them
/// into calls on a [org.densepath.paint.Surface].
///
/// One unit is a CSS pixel, 1/96 inch: a canvas draws it as one pixel, a printed figure scales it by its dots per
/// inch. Text uses the Java platform's logical fonts; what is shown depends on the fonts that are installed, so
/// glyphs that none of them holds (often CJK on a bare server) appear as boxes.
package org.densepath.paint;
