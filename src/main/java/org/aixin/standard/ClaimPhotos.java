package org.aixin.standard;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Person;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.KeptPhoto;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;
import org.aixin.kernel.Transactions;

import org.jspecify.annotations.Nullable;

/** The photos of claims: for their member and the reviewers, nobody else. */
@ApplicationScoped
public class ClaimPhotos {
    /** The most photos of a claim. */
    static final int MOST = 6;
    private final Sql sql;
    private final Claims claims;
    private final BusinessTime time;

    ClaimPhotos(Sql sql, Claims claims, BusinessTime time) {
        this.sql = sql;
        this.claims = claims;
        this.time = time;
    }

    /**
     * A photo of a claim without the picture.
     *
     * @param taken when, by the camera's clock, such as {@code 2026-11-20 08:12}
     * @param elsewhere other claims with the very same file
     */
    record Photo(long id, @Nullable String taken, List<Claim> elsewhere) {
    }

    /**
     * Adds a photo to a claim of one's own, or made for somebody, that waits for its review; answers its id. Refused as {@link KeptPhoto#of} says, 409
     * {@code already_reviewed}, {@code too_many_photos}, {@code photo_there_already}.
     */
    long add(Person person, long claim, byte[] photo) {
        Claim mine = claims.claim(person, claim);
        if (!mine.isOf(person.id())) {
            throw Problem.forbidden("not_allowed");
        }
        KeptPhoto picture = KeptPhoto.of(photo);
        return Transactions.joined(() -> add(mine, picture));
    }

    /** Adds a photo that was read before, in the present transaction. */
    long add(Claim claim, KeptPhoto picture) {
        int room = sql.update("UPDATE claim SET photos = photos + 1 WHERE id = ? AND approved IS NULL AND photos < ?", claim.id(),
                MOST);
        if (room == 0) {
            throw claims.isReviewed(claim.id())
                    ? Problem.conflict("already_reviewed")
                    : Problem.conflict("too_many_photos", MOST);
        }
        long id = Ids.next();
        sql.updateOr(Problem.conflict("photo_there_already"),
                "INSERT INTO claim_photo (id, claim, hash, taken, at, image) VALUES (?, ?, ?, ?, ?, ?)", id, claim.id(),
                picture.hash(), picture.taken(), time.now(), picture.jpeg());
        return id;
    }

    /** The photos of a claim, oldest first. */
    List<Photo> of(Claim claim) {
        return sql.rows("SELECT id, taken, hash FROM claim_photo WHERE claim = ? ORDER BY id",
                row -> new Photo(row.getLong(1), row.getString(2), elsewhere(claim.id(), row.getString(3))), claim.id());
    }

    private List<Claim> elsewhere(long claim, String hash) {
        return sql.rows(
                Claim.SELECT
                        + "WHERE id IN (SELECT claim FROM claim_photo WHERE hash = ? AND claim <> ?) ORDER BY id DESC LIMIT 5",
                Claim::read, hash, claim);
    }

    /** The picture, as a JPEG; refused 404 {@code not_found}, 403 {@code not_allowed}. */
    byte[] picture(Person person, long claim, long photo) {
        claims.claim(person, claim);
        return sql.first("SELECT image FROM claim_photo WHERE id = ? AND claim = ?", row -> row.getBytes(1), photo, claim)
                .orElseThrow(Problem::notFound);
    }
}
