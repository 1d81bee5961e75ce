package org.densepath.sample.model;

import java.util.List;
import java.util.stream.Stream;
import org.densepath.sample.corpus.Documents;
import org.densepath.sample.corpus.SampleVocabulary;
import org.densepath.sample.task.TaskSplits;

/// The vocabulary and texts that the tests of this package share; learned once.
final class SampleWorld {
    static final TaskSplits SPLITS = TaskSplits.of(7);
    static final BpeVocabulary VOCABULARY = SampleVocabulary.learn(SPLITS.heldOutKeys(), 1);
    static final BpeEncoder ENCODER = new BpeEncoder(VOCABULARY);

    private SampleWorld() {}

    static List<String> texts(int count) {
        Documents documents = new Documents(SPLITS.heldOutKeys(), 99);
        return Stream.generate(() -> documents.next(0.7))
                .flatMap(document -> document.spoken())
                .limit(count)
                .toList();
    }
}
