/// What is asked of a run's traces over many steps at once, in SQL: the table of all responses and the statistics
/// over all tokens.
package org.densepath.run.query;
