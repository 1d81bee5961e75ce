/// Figures as files: pictures, pages, tables and LaTeX, each with a stamp inside from which it can be drawn
/// again.
package org.densepath.paint.file;
