package org.aixin.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Seals that somebody kept elsewhere: the answer of {@code GET /api/seals} saved as it came, or lines as printed QR codes carry
 * them.
 */
public final class KeptSeals {
    private static final Pattern LINE = Pattern.compile("(?m)^aixin-seal (\\S+) (\\d+) (\\d+) ([0-9a-f]{64}) (\\S+) (\\S+)\\s*$");

    private KeptSeals() {
    }

    /** Those in a file; none where it holds none. */
    public static List<Seal> in(Path file) throws IOException {
        String text = Files.readString(file);
        List<Seal> seals = new ArrayList<>(LINE.matcher(text).results().map(line -> new Seal(Long.parseLong(line.group(2)),
                Long.parseLong(line.group(3)), line.group(4), line.group(5), line.group(1), line.group(6))).toList());
        if (text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[")) {
            gather(new ObjectMapper().readTree(text), seals);
        }
        return seals;
    }

    /** The one that a node kept beside its key, if there is one. */
    public static List<Seal> beside(Path key) {
        return new LastSeal(key).read().map(List::of).orElse(List.of());
    }

    private static void gather(JsonNode node, List<Seal> seals) {
        if (node.has("root") && node.has("signature")) {
            seals.add(new Seal(node.path("number").asLong(), node.path("size").asLong(), node.path("root").asText(),
                    node.path("at").asText(), node.path("key").asText(), node.path("signature").asText()));
        } else {
            node.forEach(each -> gather(each, seals));
        }
    }
}
