/// What a run has scored as a table for people: on the screen, in a terminal, in a paper.
package org.densepath.experiment.result;
