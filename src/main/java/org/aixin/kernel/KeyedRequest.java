package org.aixin.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.jspecify.annotations.Nullable;

/**
 * A request that may be sent twice: who sends it, where, under which key, and a hash of what it says.
 *
 * @param id SHA-256 of person, path and key, in hex
 * @param hash SHA-256 of the body without its {@code secret}, in hex
 */
public record KeyedRequest(String id, String hash) {
    private static final int LONGEST_KEY = 255;
    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    /** Refused 400 {@code idempotency_key_required} without a key of 1 to 255 printable characters. */
    public static KeyedRequest of(String person, String path, @Nullable String key, @Nullable Object body) {
        if (key == null || key.isBlank() || key.length() > LONGEST_KEY || key.codePoints().anyMatch(Character::isISOControl)) {
            throw Problem.of(400, "idempotency_key_required");
        }
        JsonNode said = JSON.valueToTree(body);
        if (said instanceof ObjectNode object) {
            object.remove("secret");
        }
        return new KeyedRequest(Sha256.hex(person + "\n" + path + "\n" + key), Sha256.hex(said.toString()));
    }
}
