/// The sample model before any training: its tokenizer, its Hugging Face files and its first weights.
package org.densepath.sample.model;
