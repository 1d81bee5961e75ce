/// What the sample's base model is trained on: periodic sequences, then documents that get noisier.
package org.densepath.sample.corpus;
