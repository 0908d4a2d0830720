package org.aixin.goods;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Person;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.KeptPhoto;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;
import org.aixin.kernel.Transactions;

import org.jspecify.annotations.Nullable;

/** The photos of goods, one of each, as pages show them: large, and small for lists on a slow network. */
@ApplicationScoped
class Photos {
    private static final int LARGE = 800, SMALL = 200, MARK = 16;
    private final Sql sql;
    private final Catalogue catalogue;
    private final BusinessTime time;

    Photos(Sql sql, Catalogue catalogue, BusinessTime time) {
        this.sql = sql;
        this.catalogue = catalogue;
        this.time = time;
    }

    /** Where the photo is, null where there is none. */
    static @Nullable String address(Goods goods) {
        return goods.photo() == null ? null : "/goods/" + goods.code() + "/photo?v=" + goods.photo();
    }

    /** Keeps the photo in the place of the one before. Refused 404, 403 {@code not_allowed}, and as {@link KeptPhoto#of(byte[])} says. */
    Goods keep(Person by, String code, byte[] photo) {
        Goods goods = catalogue.kept(by, code);
        KeptPhoto large = KeptPhoto.of(photo, LARGE);
        byte[] small = KeptPhoto.of(large.jpeg(), SMALL).jpeg();
        return Transactions.run(() -> {
            sql.update("REPLACE INTO goods_photo (goods_id, image, small, actor_id, at) VALUES (?,?,?,?,?)", goods.id(),
                    large.jpeg(), small, by.id(), time.now());
            sql.update("UPDATE goods SET photo = ? WHERE id = ?", large.hash().substring(0, MARK), goods.id());
            return catalogue.named(code);
        });
    }

    /** Takes the photo away; there may be none. Refused 404, 403 {@code not_allowed}. */
    void remove(Person by, String code) {
        Goods goods = catalogue.kept(by, code);
        Transactions.run(() -> {
            sql.update("DELETE FROM goods_photo WHERE goods_id = ?", goods.id());
            return sql.update("UPDATE goods SET photo = NULL WHERE id = ?", goods.id());
        });
    }

    /** The photo as a JPEG; refused 404 where there is none. */
    byte[] picture(String code, boolean small) {
        return sql.first("SELECT " + (small ? "small" : "image") + " FROM goods_photo WHERE goods_id = ?",
                row -> row.getBytes(1), catalogue.named(code).id()).orElseThrow(Problem::notFound);
    }
}
