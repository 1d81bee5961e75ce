package org.densepath.bench;

/// A model's answer as an answers file holds it. `key`: the prompt's id as text, empty where the file has none;
/// `prompt`: its text, likewise; one of them says which prompt it answers. `sample`: which of several. `cut`:
/// whether the limit on its length ended it.
public record Answer(String key, String prompt, String text, String model, int sample, boolean cut, int line) {}
