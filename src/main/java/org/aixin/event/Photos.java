package org.aixin.event;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Person;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.KeptPhoto;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;
import org.aixin.kernel.Text;
import org.aixin.kernel.Transactions;

import org.jspecify.annotations.Nullable;

/** The photos of an event, drawn anew so that nothing of what the camera wrote stays in them. */
@ApplicationScoped
class Photos {
    /** The most photos of an event. */
    static final int MOST = 20;
    private static final int LONGEST_SIDE = 1200;
    private final Sql sql;
    private final Events events;
    private final BusinessTime time;

    Photos(Sql sql, Events events, BusinessTime time) {
        this.sql = sql;
        this.events = events;
        this.time = time;
    }

    /**
     * Adds a photo and answers its id. Refused as {@link KeptPhoto#of} says, 422 for the caption, 409 {@code event_photos_full},
     * {@code photo_there_already}.
     */
    long add(Person person, long event, byte[] file, @Nullable String caption) {
        events.event(person, event).mustTakePlace();
        String said = Text.optional(caption, "caption", Wanted.LONGEST);
        KeptPhoto photo = KeptPhoto.of(file, LONGEST_SIDE);
        return Transactions.joined(() -> {
            if (sql.update("UPDATE event SET photos = photos + 1 WHERE id = ? AND photos < ?", event, MOST) == 0) {
                throw Problem.conflict("event_photos_full", MOST);
            }
            long id = Ids.next();
            sql.updateOr(Problem.conflict("photo_there_already"),
                    "INSERT INTO event_photo (id, event, hash, caption, image, made_by, made_at) VALUES (?,?,?,?,?,?,?)", id,
                    event,
                    photo.hash(), said, photo.jpeg(), person.id(), time.now());
            return id;
        });
    }

    /** Takes a photo away; refused 404 where the event has none such. */
    void remove(Person person, long event, long photo) {
        events.event(person, event);
        Transactions.joined(() -> {
            if (sql.update("DELETE FROM event_photo WHERE event = ? AND id = ?", event, photo) == 0) {
                throw Problem.notFound();
            }
            return sql.update("UPDATE event SET photos = photos - 1 WHERE id = ?", event);
        });
    }

    /** The photo as a JPEG; refused 404 where the event has none such. */
    byte[] picture(Person person, long event, long photo) {
        events.event(person, event);
        return sql.first("SELECT image FROM event_photo WHERE event = ? AND id = ?", row -> row.getBytes(1), event, photo)
                .orElseThrow(Problem::notFound);
    }
}
