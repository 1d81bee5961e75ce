/// Demonstrations and prompts as people have them, and the batches that training sees. Formats are told by
/// content, not by file name. What cannot be used is reported with its line and reason, never dropped in silence.
package org.densepath.data;
