package org.densepath.bench.statistics;

import java.util.Arrays;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;

/// P(y = 1 | x) = σ(w · x) by maximum likelihood, y from 0 to 1 (a half is a tie), with an optional ridge penalty
/// λ/2 |w|². Newton's method with halved steps.
public final class LogisticRegression {
    private static final int STEPS = 100;
    private static final double CLOSE = 1e-10;
    /// Where no maximum is, each step still moves by about one.
    private static final double SMALL = 1e-3;

    private final double[][] x;
    private final double[] y;
    private final double[] weights;
    private final double ridge;

    private LogisticRegression(double[][] x, double[] y, double[] weights, double ridge) {
        this.x = x;
        this.y = y;
        this.weights = weights;
        this.ridge = ridge;
    }

    /// Coefficients, and their covariance from the curvature at the maximum.
    public record Fit(double[] coefficients, double[][] covariance) {
        /// w · x.
        public double logit(double[] features) {
            double sum = 0;
            for (int j = 0; j < features.length; j++) {
                sum += coefficients[j] * features[j];
            }
            return sum;
        }

        /// A coefficient with its 95 % Wald interval.
        public Interval interval(int coefficient) {
            double side = 1.959963984540054 * Math.sqrt(covariance[coefficient][coefficient]);
            double value = coefficients[coefficient];
            return new Interval(value, value - side, value + side);
        }
    }

    /// `x[i]`: features of row i, an intercept among them where one is wanted; `weights[i]`: how often it counts.
    /// Throws [ArithmeticException] when there is no maximum: rows that features part completely, or features
    /// that say the same, and no ridge.
    public static Fit fit(double[][] x, double[] y, double[] weights, double ridge) {
        return new LogisticRegression(x, y, weights, ridge).fit();
    }

    public static Fit fit(double[][] x, double[] y, double ridge) {
        double[] ones = new double[y.length];
        Arrays.fill(ones, 1);
        return fit(x, y, ones, ridge);
    }

    public static double sigmoid(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    private Fit fit() {
        int n = x[0].length;
        double[] w = new double[n];
        double likelihood = likelihood(w);
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = gradient(w);
            double[] direction = inverse(w).operate(gradient);
            double share = 1;
            double[] next = moved(w, direction, share);
            double reached = likelihood(next);
            while (!(reached >= likelihood) && share > CLOSE) {
                share /= 2;
                next = moved(w, direction, share);
                reached = likelihood(next);
            }
            w = next;
            likelihood = reached;
            // what the step could have gained, by the quadratic that Newton's method follows
            boolean near = Arrays.stream(direction).allMatch(d -> Math.abs(d) < SMALL);
            if (near && (dot(direction, gradient) < CLOSE || share <= CLOSE)) {
                return new Fit(w, inverse(w).getData());
            }
        }
        throw new ArithmeticException("the features part the rows completely; give a ridge");
    }

    private static double[] moved(double[] w, double[] direction, double share) {
        double[] next = new double[w.length];
        Arrays.setAll(next, j -> w[j] + share * direction[j]);
        return next;
    }

    private double likelihood(double[] w) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            double logit = dot(w, x[i]);
            double softplus = Math.max(logit, 0) + Math.log1p(Math.exp(-Math.abs(logit)));
            sum += weights[i] * (y[i] * logit - softplus);
        }
        return sum - ridge / 2 * dot(w, w);
    }

    private double[] gradient(double[] w) {
        double[] gradient = new double[w.length];
        Arrays.setAll(gradient, j -> -ridge * w[j]);
        for (int i = 0; i < y.length; i++) {
            double residual = weights[i] * (y[i] - sigmoid(dot(w, x[i])));
            for (int j = 0; j < w.length; j++) {
                gradient[j] += residual * x[i][j];
            }
        }
        return gradient;
    }

    /// The inverse of the negative Hessian, Σ weight · p (1 − p) x xᵀ + λ I.
    private RealMatrix inverse(double[] w) {
        RealMatrix curvature = new Array2DRowRealMatrix(w.length, w.length);
        for (int i = 0; i < y.length; i++) {
            double p = sigmoid(dot(w, x[i]));
            double weight = weights[i] * p * (1 - p);
            for (int j = 0; j < w.length; j++) {
                for (int k = 0; k < w.length; k++) {
                    curvature.addToEntry(j, k, weight * x[i][j] * x[i][k]);
                }
            }
        }
        for (int j = 0; j < w.length; j++) {
            curvature.addToEntry(j, j, ridge);
        }
        try {
            return new CholeskyDecomposition(curvature, 1e-9, 1e-12).getSolver().getInverse();
        } catch (MathRuntimeException e) {
            throw new ArithmeticException("the features part the rows completely or say the same; give a ridge");
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }
}
