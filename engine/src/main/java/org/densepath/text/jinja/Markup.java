package org.densepath.text.jinja;

/// Text marked as safe by `e` or `safe`: what is joined to it with `+` is escaped.
record Markup(String text) {
    static Markup escape(Object value, Budget budget) {
        if (value instanceof Markup already) {
            return already;
        }
        String text = Text.str(value, budget);
        budget.spendOnText(text.length());
        return new Markup(text.replace("&", "&amp;")
                .replace(">", "&gt;")
                .replace("<", "&lt;")
                .replace("'", "&#39;")
                .replace("\"", "&#34;"));
    }

    /// `result` with the mark that `original` has.
    static Object like(Object original, String result) {
        return original instanceof Markup ? new Markup(result) : result;
    }
}
