package org.densepath.run.query;

/// Kinds of tokens, by their text. Every token is of the first kind that fits, in the order written here; `RARE`
/// is another view of the same tokens: those of any kind but `END` whose text occurs seldom.
///
/// Conditions are on the columns `token` and `is_end`; classes of letters and signs are Unicode's.
public enum TokenClass {
    END("End token", "the last token of a response that the policy has ended itself", "is_end"),
    DIGITS("Digits", "numbers: digits with , or . between them", matches("[+-]?\\p{Nd}[\\p{Nd}.,]*")),
    PUNCTUATION("Punctuation", "punctuation marks and signs only", matches("[\\p{P}\\p{S}]+")),
    NAMES("Names", "words that begin with a capital letter", matches("\\p{Lu}[\\p{M}'’-]*\\p{L}[\\p{L}\\p{M}'’-]*")),
    WORDS("Other words", "all else that has a letter", "regexp_matches(token, '\\p{L}')"),
    OTHER("Blanks and parts", "blanks, line ends and parts of a character", "true"),
    RARE("Rare", "tokens of any kind whose text occurs seldom", "false");

    private final String title;
    private final String meaning;
    private final String condition;

    TokenClass(String title, String meaning, String condition) {
        this.title = title;
        this.meaning = meaning;
        this.condition = condition;
    }

    public String title() {
        return title;
    }

    public String meaning() {
        return meaning;
    }

    /// A text's class by name, never `RARE`.
    static String sql() {
        StringBuilder sql = new StringBuilder("CASE");
        for (TokenClass kind : values()) {
            sql.append(" WHEN ")
                    .append(kind.condition)
                    .append(" THEN '")
                    .append(kind.name())
                    .append('\'');
        }
        return sql.append(" END").toString();
    }

    /// A whole token, blanks around it aside (a tokenizer's word begins with its blank).
    private static String matches(String pattern) {
        return "regexp_full_match(token, '\\s*" + pattern.replace("'", "''") + "\\s*')";
    }
}
