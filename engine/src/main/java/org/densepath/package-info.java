/// The engine: everything but the window. Floors, from the ground up: `tensor`; `checkpoint`, `run`; `text`,
/// `data`; `model`, `reward`; `train`, `theory`; `bench`; `experiment`; `cli`. A package may use only floors
/// below its own (`docs/decisions`).
package org.densepath;
