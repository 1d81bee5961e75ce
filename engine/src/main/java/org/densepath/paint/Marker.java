package org.densepath.paint;

/// A small sign at a point, by whose shape series are told apart where colours are not.
enum Marker {
    CIRCLE(16, 0),
    SQUARE(4, Math.PI / 4),
    TRIANGLE(3, 0),
    DIAMOND(4, 0),
    PENTAGON(5, 0),
    DOWNWARDS(3, Math.PI);

    private final int corners;
    private final double turned;

    Marker(int corners, double turned) {
        this.corners = corners;
        this.turned = turned;
    }

    /// That of series `index`; shapes repeat after the last.
    static Marker of(int index) {
        return values()[Math.floorMod(index, values().length)];
    }

    /// @param radius of the circle around its corners
    void paint(Surface surface, double x, double y, double radius, Ink fill, Pen rim) {
        double[] px = new double[corners + 1];
        double[] py = new double[corners + 1];
        for (int k = 0; k <= corners; k++) {
            double angle = turned + 2 * Math.PI * k / corners;
            px[k] = x + radius * Math.sin(angle);
            py[k] = y - radius * Math.cos(angle);
        }
        surface.fillPolygon(px, py, corners, fill);
        surface.polyline(px, py, corners + 1, rim);
    }
}
