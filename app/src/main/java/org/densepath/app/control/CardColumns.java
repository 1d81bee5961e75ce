package org.densepath.app.control;

import java.util.Collection;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// Cards of one width in as many columns as there is room for: each goes where the least stands. What is left of
/// the width stays blank, or the cards share it.
public final class CardColumns extends Region {
    private static final double GAP = 14;

    private final double cardWidth;
    private final double rowGap;
    private final boolean filling;

    public CardColumns(double cardWidth, Collection<? extends Node> cards) {
        this(cardWidth, GAP, cards);
    }

    /// @param rowGap between a card and the one below it
    public CardColumns(double cardWidth, double rowGap, Collection<? extends Node> cards) {
        this(cardWidth, rowGap, false, cards);
    }

    private CardColumns(double cardWidth, double rowGap, boolean filling, Collection<? extends Node> cards) {
        this.cardWidth = cardWidth;
        this.rowGap = rowGap;
        this.filling = filling;
        getChildren().addAll(cards);
    }

    /// Cards that fill the width, each at least `least` wide.
    public static CardColumns filling(double least, Collection<? extends Node> cards) {
        return new CardColumns(least, GAP, true, cards);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return snappedLeftInset() + cardWidth + snappedRightInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        return arrange(width < 0 ? computeMinWidth(-1) : width, false);
    }

    @Override
    protected void layoutChildren() {
        arrange(getWidth(), true);
    }

    /// The height that it takes.
    private double arrange(double width, boolean place) {
        double inner = width - snappedLeftInset() - snappedRightInset();
        double[] heights = new double[Math.max(1, (int) ((inner + GAP) / (this.cardWidth + GAP)))];
        double cardWidth = filling ? Math.floor((inner - (heights.length - 1) * GAP) / heights.length) : this.cardWidth;
        double tallest = 0;
        for (Node card : getManagedChildren()) {
            int least = 0;
            for (int i = 1; i < heights.length; i++) {
                least = heights[i] < heights[least] ? i : least;
            }
            double height = snapSizeY(card.prefHeight(cardWidth));
            if (place) {
                card.resizeRelocate(
                        snappedLeftInset() + least * (cardWidth + GAP),
                        snappedTopInset() + heights[least],
                        cardWidth,
                        height);
            }
            heights[least] += height + rowGap;
            tallest = Math.max(tallest, heights[least]);
        }
        return snappedTopInset() + Math.max(0, tallest - rowGap) + snappedBottomInset();
    }
}
