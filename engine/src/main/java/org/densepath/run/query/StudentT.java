package org.densepath.run.query;

/// The point of Student's t that leaves 2.5 % on each side.
final class StudentT {
    private static final double[] FEW = {12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060};
    private static final double Z = 1.959964;

    private StudentT() {}

    static double two95(long degrees) {
        if (degrees <= FEW.length) {
            return FEW[(int) degrees - 1];
        }
        // Cornish and Fisher's expansion: from nine degrees on right to three decimals
        double v = degrees;
        double z3 = Z * Z * Z;
        double z5 = z3 * Z * Z;
        double z7 = z5 * Z * Z;
        return Z
                + (z3 + Z) / (4 * v)
                + (5 * z5 + 16 * z3 + 3 * Z) / (96 * v * v)
                + (3 * z7 + 19 * z5 + 17 * z3 - 15 * Z) / (384 * v * v * v);
    }
}
