package org.densepath.app.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.densepath.bench.localise.LayerAgreement;
import org.densepath.bench.localise.Localisation;
import org.densepath.bench.localise.TokenPair;
import org.densepath.paint.PairFigure;

/// What `densepath bench localise` has measured.
///
/// @param settings what it was measured with, by name
record Localised(
        Path folder,
        Localisation found,
        List<LayerAgreement.Pair> agreement,
        List<Example> examples,
        Map<String, String> settings) {
    Localised {
        agreement = List.copyOf(agreement);
        examples = List.copyOf(examples);
    }

    /// A pair of a right and a wrong answer.
    ///
    /// @param located whether the lowest r̂ is the error's
    record Example(TokenPair pair, PairFigure figure, boolean located) {}

    /// The kinds of errors that there are.
    List<String> kinds() {
        return found.byKind().keySet().stream()
                .filter(kind -> !kind.equals(Localisation.ALL))
                .toList();
    }
}
