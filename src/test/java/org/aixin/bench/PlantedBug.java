package org.aixin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A bug that can be planted: a sentence, the test that should see it, and a unified diff. The diff is applied by its text alone,
 * which must stand in the file exactly once, so that it holds while the code around it moves.
 *
 * @param name of its file in {@code src/test/planted}
 * @param seenBy a test as class#method
 */
record PlantedBug(String name, String says, String seenBy, List<Hunk> hunks) {
    private static final Path FOLDER = Path.of("src/test/planted");
    private static final String SEEN_BY = "Seen by ", FILE = "+++ b/";

    /** A place in a file as it is and as the bug has it. */
    record Hunk(String file, String before, String after) {
    }

    static List<PlantedBug> all() throws IOException {
        List<PlantedBug> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".patch")).sorted().toList()) {
                all.add(read(file.getFileName().toString().replace(".patch", ""), Files.readAllLines(file)));
            }
        }
        return all;
    }

    private static PlantedBug read(String name, List<String> lines) {
        List<Hunk> hunks = new ArrayList<>();
        String file = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith(FILE)) {
                file = line.substring(FILE.length());
            } else if (line.startsWith("@@")) {
                hunks.add(hunk(file, lines.subList(i + 1, lines.size())));
            }
        }
        return new PlantedBug(name, lines.get(0), lines.get(1).substring(SEEN_BY.length()), hunks);
    }

    private static Hunk hunk(String file, List<String> lines) {
        StringBuilder before = new StringBuilder(), after = new StringBuilder();
        for (String line : lines) {
            if (line.startsWith("@@") || line.startsWith("--- ")) {
                break;
            }
            String text = line.substring(Math.min(1, line.length())) + "\n";
            before.append(line.startsWith("+") ? "" : text);
            after.append(line.startsWith("-") ? "" : text);
        }
        return new Hunk(file, before.toString(), after.toString());
    }

    /** Plants it in the sources below this folder and answers the files that it changed; refused where the code has moved away. */
    List<Path> plant(Path tree) throws IOException {
        List<Path> changed = new ArrayList<>();
        for (Hunk hunk : hunks) {
            Path file = tree.resolve(hunk.file);
            String text = Files.readString(file);
            int at = text.indexOf(hunk.before);
            if (at < 0 || text.indexOf(hunk.before, at + 1) >= 0) {
                throw new IllegalStateException("the patch does not apply to " + hunk.file);
            }
            Files.writeString(file, text.replace(hunk.before, hunk.after));
            changed.add(file);
        }
        return changed;
    }
}
