package org.aixin.scan;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import org.jspecify.annotations.Nullable;

/** A photo of a QR code as a hand takes it, made from a seed: the same one each time. */
public final class HardPhoto {
    /** What is wrong with it. */
    public enum Flaw {
        DEFOCUSED, MOVED, GLARING, TILTED, DARK, MOIRE, CRUMPLED, CURVED, SHADOWED, SMALL, DAMAGED, INVERTED, POINTED_AT, COMPRESSED, TIGHT, COARSE
    }

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789/.?=&-ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private final Flaw flaw;
    private final Random random;
    private final String text;
    private final ByteMatrix modules;
    private final int width;
    private final int height;
    private final double[] toPaper = new double[8];
    private final double[] wave = new double[12];
    private final double side;
    private final float[][] light;
    private final float quality;

    /** The photo of a flaw with this number. */
    public HardPhoto(Flaw flaw, int number) {
        this(flaw, number, null);
    }

    /** The same of a code that says this, any words where it is null. */
    public HardPhoto(Flaw flaw, int number, @Nullable String said) {
        this.flaw = flaw;
        random = new Random(1_000_003L * flaw.ordinal() + number);
        random.nextDouble();
        text = said == null ? words() : said;
        modules = encoded();
        boolean portrait = random.nextBoolean();
        int longest = flaw == Flaw.COARSE ? 320 + random.nextInt(240) : 700 + random.nextInt(700);
        width = portrait ? longest * 3 / 4 : longest;
        height = portrait ? longest : longest * 3 / 4;
        side = place();
        light = exposed();
        quality = (float) (flaw == Flaw.COMPRESSED ? 0.04 + 0.14 * random.nextDouble() : 0.35 + 0.5 * random.nextDouble());
    }

    /** What the code says. */
    public String text() {
        return text;
    }

    /** The photo as a JPEG, turned by so many quarters. */
    public byte[] jpeg(int quarters) {
        return packed(developed(quarters), quality);
    }

    private String words() {
        int length = 10 + (int) (Math.pow(random.nextDouble(), 2) * 130);
        StringBuilder words = new StringBuilder(random.nextBoolean() ? "http://" : "");
        while (words.length() < length) {
            words.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return words.toString();
    }

    private ByteMatrix encoded() {
        Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
        hints.put(EncodeHintType.CHARACTER_SET, "UTF-8");
        ErrorCorrectionLevel[] levels = {ErrorCorrectionLevel.L, ErrorCorrectionLevel.M, ErrorCorrectionLevel.Q,
                ErrorCorrectionLevel.H};
        ErrorCorrectionLevel level = levels[flaw == Flaw.DAMAGED || flaw == Flaw.POINTED_AT || flaw == Flaw.GLARING
                ? 1 + random.nextInt(3)
                : random.nextInt(4)];
        try {
            return Encoder.encode(text, level, hints).getMatrix();
        } catch (WriterException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Where the code lies: turned, tilted and somewhere in the picture; from pixels to modules. */
    private double place() {
        double share = switch (flaw) {
            case SMALL -> 0.13 + 0.12 * random.nextDouble();
            case COARSE -> 0.25 + 0.35 * random.nextDouble();
            default -> 0.3 + 0.4 * random.nextDouble();
        };
        double least = (flaw == Flaw.COARSE || flaw == Flaw.SMALL ? 2.1 : 3.2) * modules.getWidth();
        double side = Math.max(least, share * Math.min(width, height));
        double turn = (random.nextDouble() - 0.5) * (random.nextInt(4) == 0 ? 1.2 : 0.3);
        double tilt = flaw == Flaw.TILTED ? 0.45 + 0.4 * random.nextDouble() : 0.3 * random.nextDouble();
        double from = random.nextDouble() * 2 * Math.PI;
        double roomX = Math.max(0, width - side * 1.3) / 2, roomY = Math.max(0, height - side * 1.3) / 2;
        double middleX = width / 2.0 + (random.nextDouble() * 2 - 1) * roomX;
        double middleY = height / 2.0 + (random.nextDouble() * 2 - 1) * roomY;
        // a plane with this slope, seen by a camera three sides away
        double cos = Math.cos(turn), sin = Math.sin(turn), flat = Math.cos(tilt);
        double[] corners = new double[8];
        for (int i = 0; i < 4; i++) {
            double u = (i == 1 || i == 2 ? 0.5 : -0.5) * side, v = (i >= 2 ? 0.5 : -0.5) * side;
            double x = u * cos - v * sin, y = u * sin + v * cos;
            double down = x * Math.cos(from) + y * Math.sin(from), near = 1 + down * Math.sin(tilt) / (3 * side);
            x += (flat - 1) * down * Math.cos(from);
            y += (flat - 1) * down * Math.sin(from);
            corners[2 * i] = middleX + x / near;
            corners[2 * i + 1] = middleY + y / near;
        }
        System.arraycopy(corners, 0, toPaper, 0, 8);
        for (int i = 0; i < wave.length; i++) {
            wave[i] = random.nextDouble() * 2 - 1;
        }
        return side;
    }

    private float[][] exposed() {
        Plane plane = new Plane(toPaper, modules.getWidth());
        float[][] light = new float[height][width];
        boolean inverted = flaw == Flaw.INVERTED;
        int seed = random.nextInt();
        double quiet = flaw == Flaw.TIGHT ? 0.6 + random.nextDouble() : 2 + 3 * random.nextDouble();
        double desk = 60 + random.nextInt(140);
        double[] holes = holes();
        double[] at = new double[2];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double sum = 0;
                for (int s = 0; s < 4; s++) {
                    plane.modules(x + 0.25 + s % 2 * 0.5, y + 0.25 + s / 2 * 0.5, at);
                    bend(at);
                    sum += shade(at[0], at[1], quiet, desk, seed, inverted, holes);
                }
                light[y][x] = (float) (sum / 4);
            }
        }
        lit(light);
        lens(light);
        grain(light);
        return light;
    }

    /** Paper that is not flat: a roll or creases, in modules. */
    private void bend(double[] at) {
        double n = modules.getWidth(), u = at[0] / n, v = at[1] / n;
        if (flaw == Flaw.CURVED) {
            double middle = u - 0.5, round = 0.55 + 0.25 * Math.abs(wave[0]);
            double limited = Math.max(-1, Math.min(1, middle * 2 * Math.sin(round)));
            at[0] = n * (0.5 + Math.asin(limited) / (2 * round));
            at[1] += n * 0.07 * wave[1] * (1 - 4 * middle * middle);
        } else if (flaw == Flaw.CRUMPLED) {
            for (int i = 0; i < 3; i++) {
                double across = u * Math.cos(3 * wave[i]) + v * Math.sin(3 * wave[i]);
                double fold = Math.abs(((across * (1.5 + i) + wave[3 + i] + 8) % 1) - 0.5) * 2;
                at[0] += n * 0.022 * wave[6 + i] * fold;
                at[1] += n * 0.022 * wave[9 + i] * fold;
            }
        }
    }

    private double[] holes() {
        double[] holes = new double[flaw == Flaw.DAMAGED ? 9 : 0];
        int n = modules.getWidth();
        for (int i = 0; i < holes.length; i += 3) {
            holes[i] = 9 + random.nextDouble() * (n - 10);
            holes[i + 1] = 9 + random.nextDouble() * (n - 10);
            holes[i + 2] = n * (0.04 + 0.05 * random.nextDouble());
        }
        return holes;
    }

    private double shade(double x, double y, double quiet, double desk, int seed, boolean inverted, double[] holes) {
        int n = modules.getWidth();
        for (int i = 0; i < holes.length; i += 3) {
            if (Math.hypot(x - holes[i], y - holes[i + 1]) < holes[i + 2]) {
                return seed % 2 == 0 ? 40 : 200;
            }
        }
        boolean dark;
        if (x >= 0 && y >= 0 && x < n && y < n) {
            dark = modules.get((int) x, (int) y) == 1;
        } else if (x > -quiet && y > -quiet && x < n + quiet && y < n + quiet) {
            dark = false;
        } else if (x > -n * 0.4 && y > -n * 0.3 && x < n * 1.4 && y < n * 1.6) {
            dark = print(x, y, seed); // writing around it
        } else {
            return desk + 12 * Math.sin(x * 1.7 + 3 * Math.sin(y * 0.9)) + noise((int) (x * 3), (int) (y * 3), seed) * 10;
        }
        return dark != inverted ? 30 : 215;
    }

    private boolean print(double x, double y, int seed) {
        int row = (int) Math.floor(y / 2.2), letter = (int) Math.floor(x / 1.3);
        return y / 2.2 - row < 0.55 && noise(letter, row, seed) > 0.2
                && noise((int) Math.floor(x * 2), (int) Math.floor(y * 2), seed + 1) > -0.1;
    }

    private static double noise(int x, int y, int seed) {
        int mix = x * 374_761_393 + y * 668_265_263 + seed * 69_069;
        mix = (mix ^ mix >>> 13) * 1_274_126_177;
        return ((mix ^ mix >>> 16) & 0xFFFF) / 32767.5 - 1;
    }

    private void lit(float[][] light) {
        double fallX = (random.nextDouble() - 0.5) * 0.5, fallY = (random.nextDouble() - 0.5) * 0.5;
        double all = flaw == Flaw.DARK ? 0.14 + 0.15 * random.nextDouble() : 0.75 + 0.25 * random.nextDouble();
        double haze = 25 * random.nextDouble();
        double edge = random.nextDouble() * Math.PI, offset = (random.nextDouble() - 0.5) * side * 0.5,
                deep = 0.3 + 0.2 * random.nextDouble();
        double spotX = toPaper[0] + random.nextDouble() * side, spotY = toPaper[1] + random.nextDouble() * side;
        double spot = side * (0.1 + 0.13 * random.nextDouble());
        double line = 2.1 + 2.2 * random.nextDouble(), slant = 0.2 + random.nextDouble();
        double middleX = (toPaper[0] + toPaper[4]) / 2, middleY = (toPaper[1] + toPaper[5]) / 2;
        double pointX = middleX + (random.nextDouble() - 0.3) * side * 0.5,
                pointY = middleY + (random.nextDouble() - 0.3) * side * 0.5;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double by = all * (1 + fallX * (x / (double) width - 0.5) + fallY * (y / (double) height - 0.5));
                double shade = light[y][x];
                if (flaw == Flaw.SHADOWED) {
                    double in = (x - middleX) * Math.cos(edge) + (y - middleY) * Math.sin(edge) - offset;
                    by *= 1 - (1 - deep) / (1 + Math.exp(-in / (side * 0.015)));
                } else if (flaw == Flaw.MOIRE) {
                    by *= 1 + 0.28 * Math.sin(2 * Math.PI * (x * Math.cos(slant) + y * Math.sin(slant)) / (line * 2.7))
                            + 0.2 * Math.sin(2 * Math.PI * (x - y * slant) / line);
                } else if (flaw == Flaw.POINTED_AT && isPointer((x - pointX) / (side * 0.16), (y - pointY) / (side * 0.16))) {
                    shade = isPointer((x - pointX) / (side * 0.13) - 0.06, (y - pointY) / (side * 0.13) - 0.15) ? 240 : 10;
                }
                shade = shade * by + haze;
                if (flaw == Flaw.GLARING) {
                    double away = Math.hypot(x - spotX, (y - spotY) * 1.4) / spot;
                    shade += 330 * Math.exp(-away * away);
                }
                light[y][x] = (float) shade;
            }
        }
    }

    private static boolean isPointer(double x, double y) {
        return x >= 0 && y >= 0 && y < 1.5 && x < y * 0.65 && (y < 1.05 || x > 0.18 && x < 0.45);
    }

    private void lens(float[][] light) {
        double module = side / modules.getWidth();
        double blur = flaw == Flaw.DEFOCUSED
                ? module * (0.38 + 0.32 * random.nextDouble())
                : 0.5 + module * 0.12 * random.nextDouble();
        Plane.blur(light, blur);
        if (flaw == Flaw.MOVED) {
            double way = random.nextDouble() * Math.PI, length = module * (0.9 + 0.9 * random.nextDouble());
            Plane.move(light, Math.cos(way) * length, Math.sin(way) * length);
        }
    }

    private void grain(float[][] light) {
        double grain = flaw == Flaw.DARK ? 5 + 6 * random.nextDouble() : 1 + 5 * random.nextDouble();
        for (float[] row : light) {
            for (int x = 0; x < row.length; x++) {
                row[x] += (float) (random.nextGaussian() * grain);
            }
        }
    }

    private BufferedImage developed(int quarters) {
        boolean across = quarters % 2 == 1;
        BufferedImage image = new BufferedImage(across ? height : width, across ? width : height, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int shade = Math.max(0, Math.min(255, Math.round(light[y][x])));
                int atX = quarters == 1 ? height - 1 - y : quarters == 2 ? width - 1 - x : quarters == 3 ? y : x;
                int atY = quarters == 1 ? x : quarters == 2 ? height - 1 - y : quarters == 3 ? width - 1 - x : y;
                image.setRGB(atX, atY, shade << 16 | shade * 98 / 100 << 8 | shade * 93 / 100);
            }
        }
        return image;
    }

    private static byte[] packed(BufferedImage image, float quality) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
