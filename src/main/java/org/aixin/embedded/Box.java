package org.aixin.embedded;

import java.util.List;
import java.util.stream.Collectors;

/** A frame around lines of text, as wide as its widest; a Chinese character takes two columns. */
final class Box {
    private Box() {
    }

    static String around(List<String> lines) {
        int width = lines.stream().mapToInt(Box::columns).max().orElse(0);
        String edge = "─".repeat(width + 2);
        return lines.stream().map(line -> "│ " + line + " ".repeat(width - columns(line)) + " │")
                .collect(Collectors.joining("\n", "\n┌" + edge + "┐\n", "\n└" + edge + "┘\n"));
    }

    static int columns(String line) {
        return line.codePoints().map(Box::columns).sum();
    }

    private static int columns(int character) {
        boolean wide = Character.isIdeographic(character) || character >= 0x3000 && character <= 0x303F
                || character >= 0xFF01 && character <= 0xFF60;
        return wide ? 2 : 1;
    }
}
