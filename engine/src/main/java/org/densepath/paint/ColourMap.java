package org.densepath.paint;

import java.util.List;

/// The colour maps on offer. All but [#VIRIDIS] begin at the figure's background, so that zero shows no colour;
/// the other end depends on whether the background is light or dark.
///
/// Pairs are told apart under the common colour deficiencies (blue–orange, purple–green and brown–teal follow
/// ColorBrewer's safe pairs); [#SIGNED_GREY] survives a black-and-white printer: depth is magnitude, negative
/// tokens are underlined.
public enum ColourMap {
    /// Negative blue, positive orange: the default.
    BLUE_ORANGE("blue–orange", true, true, "#2f7fc8 #e8730c", "#4aa3f2 #f5922f"),
    PURPLE_GREEN("purple–green", true, true, "#8a4fae #2b8f4e", "#bb86e0 #4fc47c"),
    BROWN_TEAL("brown–teal", true, true, "#a5652a #14897c", "#d79a5c #35bdad"),
    SIGNED_GREY("signed grey", true, true, "#6e6e6e #6e6e6e", "#b4b4b4 #b4b4b4"),
    BLUES("blues", false, true, "#8dbbe0 #1f5fa8", "#2f6fae #8cc8ff"),
    EMBER("ember", false, true, "#fbc07a #c23b12", "#a34a16 #ffc46b"),
    VIRIDIS(
            "viridis",
            false,
            false,
            "#440154 #3b528b #21918c #5ec962 #fde725",
            "#440154 #3b528b #21918c #5ec962 #fde725"),
    GREYS("greys", false, true, "#5c5c5c", "#c8c8c8");

    private final String label;
    private final boolean diverging;
    private final boolean fromBackground;
    private final List<Ink> onLight;
    private final List<Ink> onDark;

    ColourMap(String label, boolean diverging, boolean fromBackground, String onLight, String onDark) {
        this.label = label;
        this.diverging = diverging;
        this.fromBackground = fromBackground;
        this.onLight = List.of(onLight.split(" ")).stream().map(Ink::of).toList();
        this.onDark = List.of(onDark.split(" ")).stream().map(Ink::of).toList();
    }

    /// What a person calls it.
    public String label() {
        return label;
    }

    /// Whether it has a side for each sign.
    public boolean diverging() {
        return diverging;
    }

    /// Whether sign is not told by colour, so that negative values need a mark of their own.
    public boolean marksNegative() {
        return this == SIGNED_GREY;
    }

    boolean fromBackground() {
        return fromBackground;
    }

    /// Diverging: the negative and the positive end. Sequential: the points to pass, the strongest last.
    List<Ink> controls(boolean dark) {
        return dark ? onDark : onLight;
    }
}
