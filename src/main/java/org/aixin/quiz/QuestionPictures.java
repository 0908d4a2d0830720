package org.aixin.quiz;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Person;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.KeptPhoto;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;
import org.aixin.kernel.Tokens;

import org.jspecify.annotations.Nullable;

/**
 * The pictures of questions, drawn anew so that nothing of their files stays in them, large for a wall and small for a phone. Their
 * addresses are random: they tell nothing, and only who was shown one knows it.
 */
@ApplicationScoped
class QuestionPictures {
    private static final int LARGE = 1280, SMALL = 640, MOST_SMALL = 36 * 1024, RANDOM_BYTES = 16;
    private static final String FOLDER = "/pictures/";
    private static final Pattern ADDRESS = Pattern.compile("(?:https?://[^/]{1,200})?" + FOLDER + "([A-Za-z0-9_-]{22})");
    private final Sql sql;
    private final BusinessTime time;

    QuestionPictures(Sql sql, BusinessTime time) {
        this.sql = sql;
        this.time = time;
    }

    /** A picture as it will be kept. */
    record Drawn(byte[] large, byte[] small) {
        /** Draws it; refused as {@link KeptPhoto#of(byte[])} says. */
        static Drawn of(byte[] photo) {
            byte[] large = KeptPhoto.of(photo, LARGE).jpeg();
            return new Drawn(large, small(large, SMALL));
        }

        /** So small that a phone loads it with the rest of its page in sixty kilobytes, however much there is to see. */
        private static byte[] small(byte[] large, int side) {
            byte[] drawn = KeptPhoto.of(large, side).jpeg();
            return drawn.length <= MOST_SMALL ? drawn : small(large, side * 3 / 4);
        }
    }

    /** Where the picture with this id is, null where there is none; {@code ?size=small} is for phones. */
    static @Nullable String address(@Nullable String id) {
        return id == null ? null : FOLDER + id;
    }

    /** The id of the picture at this address, null where there is none; refused 422 {@code picture_unknown} where none can be there. */
    static @Nullable String id(@Nullable String address) {
        if (address == null || address.isBlank()) {
            return null;
        }
        Matcher known = ADDRESS.matcher(address.strip());
        if (!known.matches()) {
            throw unknown();
        }
        return known.group(1);
    }

    /** Keeps a picture in the present transaction and answers its id. */
    String keep(Person by, Drawn picture) {
        String id = Tokens.fresh(RANDOM_BYTES);
        sql.update("INSERT INTO question_picture (id, image, small, actor_id, at) VALUES (?,?,?,?,?)", id, picture.large,
                picture.small, by.id(), time.now());
        return id;
    }

    /** The draft, where its picture is kept or it has none; refused 422 {@code picture_unknown}. */
    Draft known(Draft draft) {
        if (draft.picture() != null
                && sql.first("SELECT 1 FROM question_picture WHERE id = ?", row -> row.getInt(1), draft.picture()).isEmpty()) {
            throw unknown();
        }
        return draft;
    }

    /** The picture as a JPEG; refused 404 where there is none. */
    byte[] picture(String id, boolean small) {
        return sql
                .first("SELECT " + (small ? "small" : "image") + " FROM question_picture WHERE id = ?", row -> row.getBytes(1),
                        id)
                .orElseThrow(Problem::notFound);
    }

    private static Problem unknown() {
        return Problem.invalid("picture_unknown", "picture");
    }
}
