/// The fonts of figures: DejaVu, which is shipped, so that a figure measures the same on every machine; what it
/// does not hold (Chinese, Japanese, Korean, …) from the fonts of the system.
package org.densepath.paint.font;
