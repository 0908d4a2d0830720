package org.aixin.donation;

import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.aixin.goods.Batch;
import org.aixin.goods.Batches;
import org.aixin.goods.ClerkShops;
import org.aixin.goods.Piece;
import org.aixin.goods.Shop;
import org.aixin.goods.Shops;
import org.aixin.goods.Slip;
import org.aixin.goods.Slips;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.Unit;
import org.aixin.identity.Units;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;
import org.aixin.kernel.Text;
import org.aixin.solvency.Funds;

import org.jspecify.annotations.Nullable;

/** What was given: goods come in by a slip, money by an entry of the unit's fund; here stands who gave it, and when. */
@ApplicationScoped
class Donations {
    private static final int LONGEST_EVENT = 60, LONGEST_NOTE = 200, OLDEST_YEARS = 10;
    private final Sql sql;
    private final Donors donors;
    private final Shops shops;
    private final ClerkShops clerkShops;
    private final Slips slips;
    private final Batches batches;
    private final Funds funds;
    private final Units units;
    private final BusinessTime time;

    Donations(Sql sql, Donors donors, Shops shops, ClerkShops clerkShops, Slips slips, Batches batches, Funds funds, Units units,
            BusinessTime time) {
        this.sql = sql;
        this.donors = donors;
        this.shops = shops;
        this.clerkShops = clerkShops;
        this.slips = slips;
        this.batches = batches;
        this.funds = funds;
        this.units = units;
        this.time = time;
    }

    /**
     * What is to be written: goods for a shop, or money ({@code fen}) for a unit's fund.
     *
     * @param donor their name
     * @param donorKind {@code person} (unless said) or {@code organization}
     * @param named whether they agreed to be named in public
     */
    record Wish(@Nullable String donor, @Nullable String donorKind, @Nullable Boolean named, @Nullable String shop,
            @Nullable List<@Nullable Piece> lines, @Nullable String unit, @Nullable Long fen, @Nullable String day,
            @Nullable String event, @Nullable String note) {
    }

    /**
     * Writes a donation. Refused 403 {@code not_allowed}; 422 {@code donation_what} where it is neither goods nor money, or both,
     * {@code day_refused}, for texts, and as {@link Slips#write} and {@link Funds#donate} say.
     */
    @Transactional
    Donation write(Person by, Wish wish) {
        if ((wish.shop == null) == (wish.fen == null)) {
            throw Problem.invalid("donation_what", "shop");
        }
        LocalDate day = day(wish.day);
        String event = Text.optional(wish.event, "event", LONGEST_EVENT), note = Text.optional(wish.note, "note", LONGEST_NOTE);
        long id = Ids.next();
        if (wish.fen != null) {
            Unit unit = units.named(wish.unit, "unit");
            by.mustReach(unit.path(), Role.ADMIN, Role.ORGANIZER);
            long donor = donors.known(by, unit.id(), wish.donor, wish.donorKind, Boolean.TRUE.equals(wish.named));
            insert(by, id, donor, null, funds.donate(by, unit.id(), wish.donor, wish.fen, day), day, event, note);
        } else {
            goods(by, wish, id, day, event, note);
        }
        return one(by, id);
    }

    private void goods(Person by, Wish wish, long id, LocalDate day, @Nullable String event, @Nullable String note) {
        Shop shop = shops.find(wish.shop).orElseThrow(() -> Problem.invalid("shop_unknown", "shop"));
        clerkShops.mustWorkAt(by, shop, Role.ADMIN);
        long donor = donors.known(by, shop.unit(), wish.donor, wish.donorKind, Boolean.TRUE.equals(wish.named));
        insert(by, id, donor, shop.id(), null, day, event, note);
        slips.write(by, shop.code(), new Slips.Wish(Slip.Kind.IN, wish.lines, null, event == null ? "捐赠" : "捐赠：" + event, id));
    }

    private void insert(Person by, long id, long donor, @Nullable Long shop, @Nullable Long fundEntry, LocalDate day,
            @Nullable String event, @Nullable String note) {
        sql.update(
                "INSERT INTO donation (id, donor_id, shop_id, fund_entry, day, event, note, actor_id, at) VALUES (?,?,?,?,?,?,?,?,?)",
                id, donor, shop, fundEntry, day, event, note, by.id(), time.now());
    }

    /** A donation within reach; refused 404, 403 {@code not_allowed}. */
    Donation one(Person person, long id) {
        Donation donation = sql.first(Donation.SELECT + "WHERE d.id = ?", Donation::read, id).orElseThrow(Problem::notFound);
        donors.donor(person, donation.donor() == null ? 0 : donation.donor());
        if (donation.shop() != null) {
            clerkShops.mustWorkAt(person, shops.byId(donation.shop()), Role.ADMIN, Role.ORGANIZER, Role.AUDITOR);
        }
        return donation;
    }

    /** All that a donor gave and that counts, oldest first. */
    List<Donation> by(Donor donor) {
        return sql.rows(Donation.SELECT + "WHERE d.donor_id = ? ORDER BY d.id", Donation::read, donor.id()).stream()
                .filter(Donation::counts).toList();
    }

    /** The batches that a donation brought. */
    List<Batch> batches(Donation donation) {
        return donation.isMoney() ? List.of() : batches.ofDonation(donation.id());
    }

    /** All that was given and counts, for everybody, newest first; also money that was written into a fund without a donor. */
    Page<Donation> board(@Nullable String cursor, int limit) {
        long before = Page.before(cursor);
        return Page.of(sql.rows("SELECT * FROM (" + Donation.SELECT
                + "WHERE d.id < ? AND (f.reversal IS NULL AND f.id IS NOT NULL"
                + " OR p.status = 'DONE') UNION ALL SELECT f.id, NULL, NULL, FALSE, u.name, NULL, f.fen, f.day, NULL, NULL, TRUE"
                + " FROM fund_entry f JOIN unit u ON u.id = f.unit WHERE f.kind = 'DONATION' AND f.reversal IS NULL AND f.id < ?"
                + " AND NOT EXISTS (SELECT 1 FROM donation d WHERE d.fund_entry = f.id)) given ORDER BY 1 DESC LIMIT ?",
                Donation::read, before, before, limit + 1), limit, donation -> Long.toString(donation.id()));
    }

    private LocalDate day(@Nullable String said) {
        LocalDate today = time.today(), day = said == null || said.isBlank() ? today : Text.day(said, "day");
        if (day.isAfter(today) || day.isBefore(today.minusYears(OLDEST_YEARS))) {
            throw Problem.invalid("day_refused", "day", OLDEST_YEARS);
        }
        return day;
    }
}
