package org.densepath.bench.ifeval.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The sentences of a text as NLTK's English Punkt tokenizer finds them (`nltk.tokenize.punkt`, version 3.10):
/// every `.`, `?` and `!` before white space or closing punctuation is looked at with the word before and the one
/// after.
public final class Sentences {
    static final String NOT_IN_WORDS = "(?:[)\\\";}\\]\\*:@\\'\\({\\[\u2018\u2019\u201c\u201d\u00ab\u00bb\\?!])";
    private static final Pattern CANDIDATE =
            PythonPattern.nltk("[\\.\\?!](?=(?P<after>" + NOT_IN_WORDS + "|\\s+(?P<next>\\S+)))");
    private static final Pattern CLOSING =
            PythonPattern.nltkMultiline("[\"')\\]}\u2018\u2019\u201c\u201d\u00ab\u00bb]+?(?:\\s+|(?=--)|$)");
    private static final PunktBreaks BREAKS = new PunktBreaks(PunktModel.ENGLISH);

    private Sentences() {}

    private record Span(int from, int to) {
        boolean isEmpty() {
            return to <= from;
        }
    }

    /// A place where a sentence may end, and the place where the word before it begins.
    private record Candidate(MatchResult match, Span word) {
        String context(String text) {
            return text.substring(word.from(), word.to()) + match.group() + match.group("after");
        }
    }

    /// The sentences in their order, without the white space between them.
    public static List<String> of(String text) {
        List<Span> spans = new ArrayList<>();
        int from = 0;
        for (Candidate candidate : candidates(text)) {
            if (BREAKS.within(candidate.context(text))) {
                MatchResult match = candidate.match();
                spans.add(new Span(from, match.end()));
                from = match.group("next") == null ? match.end() : match.start("next");
            }
        }
        spans.add(new Span(from, PythonText.stripEnd(text).length()));
        return realigned(text, spans);
    }

    public static int count(String text) {
        return of(text).size();
    }

    /// Of several candidates in one word, the last.
    private static List<Candidate> candidates(String text) {
        List<Candidate> candidates = new ArrayList<>();
        Span word = new Span(0, 0);
        Candidate waiting = null;
        for (MatchResult match : CANDIDATE.matcher(text).results().toList()) {
            int space = lastSpace(text, word.to(), match.start());
            word = new Span(space > word.to() ? space + 1 : word.from(), match.start());
            if (waiting != null && waiting.word().to() <= word.from()) {
                candidates.add(waiting);
            }
            waiting = new Candidate(match, word);
        }
        if (waiting != null) {
            candidates.add(waiting);
        }
        return candidates;
    }

    /// The last ASCII white space in [from, to), `from` where there is none.
    private static int lastSpace(String text, int from, int to) {
        for (int i = to - 1; i > from; i--) {
            char c = text.charAt(i);
            if (c == ' ' || c >= '\t' && c <= '\r') {
                return i;
            }
        }
        return from;
    }

    /// Closing quotes and brackets after a sentence's end are made part of it.
    private static List<String> realigned(String text, List<Span> spans) {
        List<String> sentences = new ArrayList<>();
        int taken = 0;
        for (int i = 0; i < spans.size(); i++) {
            Span span = new Span(spans.get(i).from() + taken, spans.get(i).to());
            taken = 0;
            if (i + 1 < spans.size()) {
                Span next = spans.get(i + 1);
                Matcher closing = CLOSING.matcher(text.substring(next.from(), Math.max(next.from(), next.to())));
                if (closing.lookingAt()) {
                    taken = closing.end();
                    span = new Span(
                            span.from(),
                            next.from() + PythonText.stripEnd(closing.group()).length());
                    sentences.add(span.isEmpty() ? "" : text.substring(span.from(), span.to()));
                    continue;
                }
            }
            if (!span.isEmpty()) {
                sentences.add(text.substring(span.from(), span.to()));
            }
        }
        return sentences;
    }
}
