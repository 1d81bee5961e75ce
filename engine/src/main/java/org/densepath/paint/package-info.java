/// Drawing that the window's canvas and the exported figures share: figures are plain data, painters turn them
/// into calls on a [org.densepath.paint.Surface].
///
/// One unit is a CSS pixel, 1/96 inch: a canvas draws it as one pixel, a printed figure scales it by its dots per
/// inch. Figures are set in the fonts of [org.densepath.paint.font], and written by [org.densepath.paint.file].
package org.densepath.paint;
