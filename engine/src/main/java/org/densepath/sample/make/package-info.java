/// The maker of `sample-data/`: trains the sample's base model, examines it, and writes its folder.
package org.densepath.sample.make;
