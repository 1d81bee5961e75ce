import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// Draws `icons/densepath.svg` as each system wants it: `java packaging/Icons.java FOLDER` writes `densepath.png`
/// (512 × 512), `densepath.ico` and `densepath.icns`.
final class Icons {
    private static final double[][] POINTS = {{96, 352}, {208, 224}, {304, 288}, {416, 144}};
    private static final Color GROUND = new Color(0x0f62c9);
    private static final Color LAST = new Color(0xff9a3d);

    private Icons() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Files.write(folder.resolve("densepath.png"), png(512));
        byte[] small = png(256);
        // one picture of 256 × 256, which 0 stands for, as PNG
        ByteBuffer ico = ByteBuffer.allocate(22 + small.length).order(ByteOrder.LITTLE_ENDIAN);
        ico.putShort((short) 0).putShort((short) 1).putShort((short) 1);
        ico.putInt(0).putShort((short) 1).putShort((short) 32).putInt(small.length).putInt(22);
        Files.write(folder.resolve("densepath.ico"), ico.put(small).array());
        byte[] large = png(512);
        ByteBuffer icns = ByteBuffer.allocate(16 + large.length);
        icns.put("icns".getBytes()).putInt(16 + large.length);
        icns.put("ic09".getBytes()).putInt(8 + large.length);
        Files.write(folder.resolve("densepath.icns"), icns.put(large).array());
    }

    private static byte[] png(int size) throws IOException {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.scale(size / 512.0, size / 512.0);
        g.setColor(GROUND);
        g.fill(new RoundRectangle2D.Double(16, 16, 480, 480, 208, 208));
        Path2D line = new Path2D.Double();
        line.moveTo(POINTS[0][0], POINTS[0][1]);
        for (double[] p : POINTS) {
            line.lineTo(p[0], p[1]);
        }
        g.setColor(Color.WHITE);
        g.setStroke(new BasicStroke(36, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(line);
        for (double[] p : POINTS) {
            g.setColor(GROUND);
            g.fill(circle(p, 48));
            g.setColor(p == POINTS[3] ? LAST : Color.WHITE);
            g.fill(circle(p, 32));
        }
        g.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static Ellipse2D circle(double[] at, double radius) {
        return new Ellipse2D.Double(at[0] - radius, at[1] - radius, 2 * radius, 2 * radius);
    }
}
