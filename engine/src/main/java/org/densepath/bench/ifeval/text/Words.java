package org.densepath.bench.ifeval.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// The words of a text as the published checker of IFEval counts them.
public final class Words {
    private static final Pattern RUN = PythonPattern.nltk("\\w+");
    private static final Pattern SPACE = PythonPattern.of("\\s+");

    private record Rule(Pattern pattern, String replacement) {
        static Rule of(String python, String replacement) {
            return new Rule(PythonPattern.nltk(python), replacement);
        }

        static Rule apart(String python) {
            return of(python, " $0 ");
        }
    }

    /// What `nltk.tokenize.NLTKWordTokenizer` sets apart, in its order. They are applied to one sentence.
    private static final List<Rule> RULES = List.of(
            Rule.apart("[«“‘„]|[`]+"),
            Rule.of("^\"", "``"),
            Rule.apart("``"),
            Rule.of("([ \\(\\[{<])(\"|'{2})", "$1 `` "),
            Rule.of("(?i)(?<!\\w)(')(?!(?:re|ve|ll|m|t|s|d|n)\\b)(?=\\w)", "$1 "),
            Rule.of("([^\\.])(\\.)([\\]\\)}>\"'»”’ ]*+)\\s*$", "$1 $2 $3 "),
            Rule.of("([:,])([^\\d])", " $1 $2"),
            Rule.of("([:,])$", " $1 "),
            Rule.apart("\\.{2,}"),
            Rule.apart("[;@#$%&]"),
            Rule.apart("[\u2012-\u2015]"),
            Rule.of("([^\\.])(\\.)([\\]\\)}>\"']*)\\s*$", "$1 $2$3 "),
            Rule.apart("[?!]"),
            Rule.of("([^'])' ", "$1 ' "),
            Rule.apart("[*]"),
            Rule.apart("[\\]\\[\\(\\)\\{\\}\\<\\>]"),
            Rule.apart("--"));

    private static final List<Rule> ENDINGS = List.of(
            Rule.apart("[»”’]"),
            Rule.apart("''"),
            Rule.of("\"", " '' "),
            Rule.of("\\s+", " "),
            Rule.of("([^' ])('[sS]|'[mM]|'[dD]|') ", "$1 $2 "),
            Rule.of("([^' ])('ll|'LL|'re|'RE|'ve|'VE|n't|N'T) ", "$1 $2 "),
            parts("\\b", "can", "not", "\\b"),
            parts("\\b", "d", "'ye", "\\b"),
            parts("\\b", "gim", "me", "\\b"),
            parts("\\b", "gon", "na", "\\b"),
            parts("\\b", "got", "ta", "\\b"),
            parts("\\b", "lem", "me", "\\b"),
            parts("\\b", "more", "'n", "\\b"),
            parts("\\b", "wan", "na", "(?=\\s)"),
            parts(" ", "'t", "is", "\\b"),
            parts(" ", "'t", "was", "\\b"));

    private Words() {}

    private static Rule parts(String before, String first, String second, String after) {
        return Rule.of("(?i)" + before + "(" + first + ")(" + second + ")" + after, " $1 $2 ");
    }

    /// How many runs of word characters (`\w+`) there are.
    public static int count(String text) {
        return PythonPattern.count(RUN, text);
    }

    /// `nltk.word_tokenize`: words and punctuation, sentence by sentence.
    public static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        for (String sentence : Sentences.of(text)) {
            String apart = sentence;
            for (Rule rule : RULES) {
                apart = rule.pattern().matcher(apart).replaceAll(rule.replacement());
            }
            apart = " " + apart + " ";
            for (Rule rule : ENDINGS) {
                apart = rule.pattern().matcher(apart).replaceAll(rule.replacement());
            }
            Arrays.stream(SPACE.split(apart)).filter(word -> !word.isEmpty()).forEach(words::add);
        }
        return words;
    }

    /// `str.split()[0]`; the text is not blank.
    public static String first(String text) {
        return SPACE.split(PythonText.strip(text), 2)[0];
    }
}
