package org.densepath.text.jinja;

import java.util.List;

/// `dict.keys()`, `.values()` or `.items()`: has a length and can be walked, not indexed.
record DictView(String kind, List<Object> elements) {}
