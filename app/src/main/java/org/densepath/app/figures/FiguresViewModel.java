package org.densepath.app.figures;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.densepath.app.settings.Preferences;
import org.densepath.paint.CreditFigure;
import org.densepath.paint.Theme;
import org.densepath.paint.file.FigureColours;
import org.densepath.paint.file.FigureSettings;
import org.densepath.paint.file.FigureSize;
import org.densepath.paint.file.KeptFigure;
import org.densepath.paint.file.ProvenanceSentence;
import org.densepath.paint.file.WidthPreset;
import org.densepath.paint.font.Typeface;

/// The figures that can be exported, the chosen one, and how it is set. Belongs to the window's thread.
final class FiguresViewModel {
    /// As the palette is called that leaves a figure's colours alone.
    static final String OWN_COLOURS = "as on the page";

    private final ObservableList<ListedFigure> figures = FXCollections.observableArrayList();
    private final ObjectProperty<ListedFigure> chosen = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<KeptFigure> result = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Path> run = new SimpleObjectProperty<>();

    final DoubleProperty width = new SimpleDoubleProperty();
    /// Of curves; 0 lets the content decide.
    final DoubleProperty height = new SimpleDoubleProperty();
    final DoubleProperty dpi = new SimpleDoubleProperty();
    final ObjectProperty<Theme> theme = new SimpleObjectProperty<>();
    final ObjectProperty<Typeface> typeface = new SimpleObjectProperty<>();
    final StringProperty palette = new SimpleStringProperty(OWN_COLOURS);
    final BooleanProperty withTitle = new SimpleBooleanProperty();
    final BooleanProperty withCaption = new SimpleBooleanProperty();
    final StringProperty caption = new SimpleStringProperty("");

    private final Preferences preferences;
    private boolean changing;

    FiguresViewModel(Preferences preferences) {
        this.preferences = preferences;
        width.set(sane(preferences.number("figures.width", WidthPreset.TWO_COLUMNS.millimetres()), 20, 2000));
        dpi.set(sane(preferences.number("figures.dpi", 300), 30, 2400));
        String themeName = preferences.text("figures.theme", Theme.PAPER.name());
        theme.set(Theme.all().stream()
                .filter(t -> t.name().equals(themeName))
                .findFirst()
                .orElse(Theme.PAPER));
        String font = preferences.text("figures.font", Typeface.SANS.label());
        typeface.set(List.of(Typeface.values()).stream()
                .filter(t -> t.label().equals(font))
                .findFirst()
                .orElse(Typeface.SANS));
        withTitle.set(preferences.flag("figures.title", true));
        withCaption.set(preferences.flag("figures.caption", true));

        width.subscribe(now -> preferences.put("figures.width", now.doubleValue()));
        dpi.subscribe(now -> preferences.put("figures.dpi", now.doubleValue()));
        theme.subscribe(now -> preferences.put("figures.theme", now.name()));
        typeface.subscribe(now -> preferences.put("figures.font", now.label()));
        withTitle.subscribe(now -> preferences.put("figures.title", now));
        withCaption.subscribe(now -> preferences.put("figures.caption", now));
        palette.subscribe(now -> {
            if (!changing && chosen.get() != null && now != null) {
                preferences.put(paletteKey(chosen.get()), now);
            }
        });
        chosen.subscribe(this::choose);
        for (Property<?> setting :
                List.of(width, height, dpi, theme, typeface, palette, withTitle, withCaption, caption)) {
            setting.addListener((_, _, _) -> update());
        }
    }

    ObservableList<ListedFigure> figures() {
        return figures;
    }

    ObjectProperty<ListedFigure> chosen() {
        return chosen;
    }

    /// The chosen figure as it would be written; null where there is none.
    ReadOnlyObjectProperty<KeptFigure> result() {
        return result.getReadOnlyProperty();
    }

    /// The run whose figures are listed; null for none.
    ObjectProperty<Path> run() {
        return run;
    }

    /// Adds a figure of another page, or a file's, and chooses it.
    void add(ListedFigure figure) {
        figures.removeIf(other -> other.origin() == figure.origin()
                && other.offer().suggestedName().equals(figure.offer().suggestedName()));
        figures.addFirst(figure);
        sort();
        chosen.set(figure);
    }

    /// Lists another run's figures; those of other pages stay. What was chosen stays so where it is still there.
    void runFigures(Path folder, List<ListedFigure> listed) {
        Optional<ListedFigure> before = Optional.ofNullable(chosen.get());
        figures.removeIf(f -> f.origin() == ListedFigure.Origin.RUN || f.origin() == ListedFigure.Origin.SAVED);
        figures.addAll(listed);
        sort();
        run.set(folder);
        Optional<ListedFigure> again = before.flatMap(b -> figures.stream()
                .filter(f -> f.origin() == b.origin()
                        && f.offer().suggestedName().equals(b.offer().suggestedName()))
                .findFirst());
        // a heatmap shows best what a figure is here for
        chosen.set(again.or(() -> figures.stream()
                        .filter(f -> f.offer().figure() instanceof CreditFigure)
                        .findFirst())
                .orElse(figures.isEmpty() ? null : figures.getFirst()));
    }

    /// The palettes that fit the chosen figure.
    List<String> palettes() {
        List<String> all = new ArrayList<>(List.of(OWN_COLOURS));
        if (result.get() != null) {
            all.addAll(FigureColours.fitting(result.get()));
        }
        return all;
    }

    /// The caption that the figure came with, and where it comes from.
    void resetCaption() {
        ListedFigure figure = chosen.get();
        if (figure != null) {
            String own = figure.offer().figure().caption();
            String from = ProvenanceSentence.of(figure.offer().provenance());
            caption.set(
                    own.contains(from)
                            ? own
                            : ProvenanceSentence.after(own, figure.offer().provenance()));
        }
    }

    /// `figure` set as the chosen one is, with its own caption.
    KeptFigure set(ListedFigure figure) {
        String own = ProvenanceSentence.after(
                figure.offer().figure().caption(), figure.offer().provenance());
        return set(figure, own, OptionalDouble.empty());
    }

    private void choose(ListedFigure figure) {
        changing = true;
        palette.set(OWN_COLOURS);
        height.set(0);
        if (figure == null) {
            caption.set("");
        } else {
            figure.settings().ifPresent(this::take);
            resetCaption();
        }
        changing = false;
        update();
        rememberedPalette();
    }

    /// Figures that another page has coloured keep its colours.
    private void rememberedPalette() {
        ListedFigure figure = chosen.get();
        if (figure != null && figure.origin() == ListedFigure.Origin.RUN) {
            String last = preferences.text(paletteKey(figure), OWN_COLOURS);
            palette.set(palettes().contains(last) ? last : OWN_COLOURS);
        }
    }

    private static String paletteKey(ListedFigure figure) {
        return "figures.palette." + (figure.offer().figure() instanceof CreditFigure ? "heatmap" : "series");
    }

    private void take(FigureSettings settings) {
        width.set(settings.size().widthMillimetres());
        height.set(settings.size().heightMillimetres().orElse(0));
        dpi.set(settings.size().dpi());
        theme.set(settings.theme());
        typeface.set(settings.typeface());
    }

    private void update() {
        if (!changing) {
            ListedFigure figure = chosen.get();
            OptionalDouble high = height.get() > 0 ? OptionalDouble.of(height.get()) : OptionalDouble.empty();
            result.set(figure == null ? null : set(figure, caption.get(), high));
        }
    }

    private KeptFigure set(ListedFigure figure, String text, OptionalDouble high) {
        FigureOffer offer = figure.offer();
        Map<String, String> provenance =
                FigureText.kept(offer.provenance(), offer.figure(), text, withTitle.get(), withCaption.get());
        FigureSize size = new FigureSize(sane(width.get(), 20, 2000), high, sane(dpi.get(), 30, 2400));
        KeptFigure kept = new KeptFigure(
                FigureText.drawn(offer.figure(), text, withTitle.get(), withCaption.get()),
                new FigureSettings(size, theme.get(), typeface.get()),
                provenance);
        String colours = palette.get();
        return colours == null || colours.equals(OWN_COLOURS) ? kept : FigureColours.recoloured(kept, colours);
    }

    private void sort() {
        figures.sort(Comparator.comparing(ListedFigure::origin));
    }

    private static double sane(double value, double least, double most) {
        return Math.clamp(value, least, most);
    }
}
