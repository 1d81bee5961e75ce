/// The project's own small world: checkable instructions (`task`), the documents a base model is trained on
/// (`corpus`) and an untrained model with its tokenizer (`model`). All of it is made from seeds; nothing is read
/// or fetched.
package org.densepath.sample;
