/// The run folder: a run is a folder of plain files, written by one worker and read by anyone. Events, traces,
/// lock, requests, resume points, provenance. Knows nothing of models.
///
/// A worker begins in this order: take the [RunLock], [RunFolder#sweep], [Control#clear], open the [EventWriter]
/// and append `RunStarted` or `RunResumed`. At a checkpoint: [EventWriter#force], then the folder by
/// [AtomicFiles#folder] with its [ResumePoint] inside, then the `CheckpointSaved` event.
package org.densepath.run;
