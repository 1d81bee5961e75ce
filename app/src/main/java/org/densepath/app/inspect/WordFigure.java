package org.densepath.app.inspect;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.densepath.BadInputException;
import org.densepath.app.figures.FigureOffer;
import org.densepath.app.scoring.Role;
import org.densepath.paint.BarFigure;
import org.densepath.run.RunFolder;
import org.densepath.run.RunSettings;
import org.densepath.run.RunStorageException;

/// What other words would have earned at a place, as a figure.
final class WordFigure {
    private WordFigure() {}

    /// @param words not empty @param speaker whose likeliest words they are
    static FigureOffer of(TokenPlace place, List<WordCredit> words, Role speaker) {
        String at = "token %d, %s".formatted(place.token() + 1, TokenText.quoted(place.text()));
        List<BarFigure.Bar> bars = words.stream().map(WordFigure::bar).toList();
        BarFigure figure = new BarFigure(
                "Reward of the words at " + at,
                "reward r̂, nats",
                List.of(new BarFigure.Group("", bars)),
                "Run %s, arm %s, seed %d: prompt %d, sample %d, %s. The words that %s held likeliest, with their probability."
                        .formatted(
                                name(place.run()),
                                place.arm(),
                                place.seed(),
                                place.row().promptIndex(),
                                place.row().sample() + 1,
                                at,
                                speaker.symbol()));
        Map<String, String> provenance = new LinkedHashMap<>();
        provenance.put("run", name(place.run()));
        provenance.put("arm", place.arm());
        provenance.put("seed", String.valueOf(place.seed()));
        provenance.put("step", String.valueOf(place.row().step()));
        provenance.put("prompt", String.valueOf(place.row().promptIndex()));
        provenance.put("sample", String.valueOf(place.row().sample() + 1));
        provenance.put("token", String.valueOf(place.token() + 1));
        return new FigureOffer(figure, provenance, "words-at-token-" + (place.token() + 1));
    }

    /// The folder's name, or the run's own where the folder's does not hold it.
    private static String name(Path run) {
        String folder = run.getFileName().toString();
        try {
            return RunSettings.read(RunFolder.open(run).experiment())
                    .value("name")
                    .filter(own -> !folder.contains(own))
                    .orElse(folder);
        } catch (BadInputException | RunStorageException _) {
            return folder;
        }
    }

    private static BarFigure.Bar bar(WordCredit word) {
        return new BarFigure.Bar(
                TokenText.quoted(word.text()),
                word.reward(),
                Double.NaN,
                Double.NaN,
                WordBars.percent(Math.exp(word.logp())),
                word.reward() < 0 ? 0 : 1);
    }
}
