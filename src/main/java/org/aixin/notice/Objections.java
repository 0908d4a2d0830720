package org.aixin.notice;

import java.util.Comparator;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Members;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;
import org.aixin.kernel.Text;
import org.aixin.kernel.Transactions;
import org.aixin.ledger.Owner;

import org.jspecify.annotations.Nullable;

/** Objections to rows of notices: each keeps its row waiting, and only that, until another reviewer has answered it. */
@ApplicationScoped
public class Objections {
    static final int LONGEST = 200;
    private final NoticeRows rows;
    private final Settling settling;
    private final Members members;
    private final Sql sql;
    private final BusinessTime time;

    Objections(NoticeRows rows, Settling settling, Members members, Sql sql, BusinessTime time) {
        this.rows = rows;
        this.settling = settling;
        this.members = members;
        this.sql = sql;
        this.time = time;
    }

    /**
     * Keeps a resident's objection to a row of a notice of their village; answers its id. Refused 403 {@code not_of_this_village},
     * 422 {@code row_unknown}, 409 {@code notice_closed}, {@code already_objected} where somebody's is still open.
     */
    public long object(Person person, long notice, @Nullable Integer number, @Nullable String reason) {
        Notice posted = rows.notice(notice);
        if (!person.path().startsWith(posted.path())) {
            throw Problem.forbidden("not_of_this_village");
        }
        NoticeRow row = rows.numbered(notice, number == null ? 0 : number)
                .orElseThrow(() -> Problem.invalid("row_unknown", "row"));
        String why = Text.required(reason, "reason", LONGEST);
        return Transactions.joined(() -> keep(person, posted, row, why));
    }

    private long keep(Person person, Notice notice, NoticeRow row, String reason) {
        long id = Ids.next();
        sql.update("INSERT INTO objection (id, row_id, member, reason, at) VALUES (?, ?, ?, ?, ?)", id, row.id(), person.id(),
                reason, time.now());
        if (!rows.object(row.id(), id, time.now())) {
            throw Problem.conflict(notice.isOpen(time.now()) && row.state() != RowState.WITHDRAWN
                    ? "already_objected"
                    : "notice_closed");
        }
        return id;
    }

    /** The open objections within the reviewer's reach, oldest first. */
    public Page<Objection> open(Person person, @Nullable String cursor, int limit) {
        List<String> reach = person.reach(Role.REVIEWER).distinct().sorted(Comparator.comparing(String::length))
                .map(path -> path + "%").toList();
        if (reach.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        String within = String.join(" OR ", reach.stream().map(path -> "n.path LIKE ?").toList());
        List<Objection> found = sql.rows(
                Objection.SELECT + "WHERE j.id > ? AND j.upheld IS NULL AND (" + within + ") ORDER BY j.id LIMIT ?",
                Objection::read, Page.after(cursor), reach, limit + 1);
        return Page.of(found, limit, objection -> Long.toString(objection.id()));
    }

    /**
     * Decides an objection: upheld, the row is withdrawn and its points are given back; else it goes its way. Refused 403
     * {@code not_allowed}, {@code approved_by_you}, {@code own_household}; 409 {@code objection_decided}.
     */
    public Objection decide(Person person, long id, @Nullable Boolean uphold, @Nullable String reply) {
        Objection objection = objection(id);
        person.mustReach(objection.path(), Role.REVIEWER);
        NoticeRow row = rows.row(objection.row());
        if (rows.isApprovedBy(row, person.id())) {
            throw Problem.forbidden("approved_by_you");
        }
        person.mustNotBeHouseholdOf(members.member(row.member()));
        person.mustNotBeHouseholdOf(members.member(objection.member()));
        if (uphold == null) {
            throw Problem.invalid("value_refused", "uphold");
        }
        String said = Text.required(reply, "reply", LONGEST);
        return Transactions.joined(() -> decide(person, objection, row, uphold, said));
    }

    private Objection decide(Person person, Objection objection, NoticeRow row, boolean uphold, String reply) {
        int mine = sql.update("UPDATE objection SET upheld = ?, reply = ?, decided_by = ?, decided_at = ?"
                + " WHERE id = ? AND upheld IS NULL", uphold, reply, person.id(), time.now(), objection.id());
        if (mine == 0) {
            throw Problem.conflict("objection_decided");
        }
        if (!uphold) {
            rows.release(row.id(), objection.id());
        } else if (rows.takeBack(row.id(), objection.id())) {
            settling.withdraw(row, Owner.member(person.id()).reference());
        }
        return objection(objection.id());
    }

    private Objection objection(long id) {
        Objection objection = rows.objection(id);
        if (objection == null) {
            throw Problem.notFound();
        }
        return objection;
    }
}
