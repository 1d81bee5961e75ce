/// Checkable English instructions: eleven families, their answers, checks, splits, files and corruptions.
package org.densepath.sample.task;
