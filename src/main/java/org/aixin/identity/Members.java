package org.aixin.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/** The people that others work with. */
@ApplicationScoped
public class Members {
    private static final String SELECT = "SELECT " + Member.COLUMNS + " FROM member JOIN unit ON unit.id = member.unit ";
    private static final String STILL_HERE = " AND NOT EXISTS (SELECT 1 FROM member_removal WHERE member_removal.member = member.id)";
    private final Sql sql;

    Members(Sql sql) {
        this.sql = sql;
    }

    /** The member with this id; refused 404 {@code not_found} where there is none, or where their data was removed. */
    public Member member(long id) {
        return sql.first(SELECT + "WHERE member.id = ?" + STILL_HERE, Member::read, id).orElseThrow(Problem::notFound);
    }

    /** These members by id; ids that nobody has, or whose data was removed, are left out. */
    public Map<Long, Member> stillHere(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : sql.rows(SELECT + "WHERE member.id IN (" + Sql.marks(ids.size()) + ")" + STILL_HERE, Member::read, ids).stream()
                        .collect(Collectors.toMap(Member::id, Function.identity()));
    }

    /** These members by id, those whose data was removed by what stands in place of their names; ids that nobody has are left out. */
    public Map<Long, Member> members(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        String marks = Sql.marks(ids.size());
        return sql.rows(SELECT + "WHERE member.id IN (" + marks + ")", Member::read, ids.toArray()).stream()
                .collect(Collectors.toMap(Member::id, Function.identity()));
    }

    /** Those of these members who are children. */
    public Set<Long> children(Collection<Long> ids) {
        return ids.isEmpty()
                ? Set.of()
                : Set.copyOf(sql.rows("SELECT id FROM member WHERE child AND id IN (" + Sql.marks(ids.size()) + ")",
                        row -> row.getLong(1), ids));
    }

    /** Marks a member as a child, or no longer; within the organizer's or administrator's reach, else refused 403 {@code not_allowed}. */
    public Member mark(Person person, long id, boolean child) {
        person.mustReach(member(id).path(), Role.ORGANIZER, Role.ADMIN);
        sql.update("UPDATE member SET child = ? WHERE id = ?", child, id);
        return member(id);
    }

    /** The member with this printed card. */
    public Optional<Member> byCard(String card) {
        return isAscii(card) ? sql.first(SELECT + "WHERE member.card = ?", Member::read, card) : Optional.empty();
    }

    /** The member with this phone. */
    public Optional<Member> byPhone(String phone) {
        return isAscii(phone) ? sql.first(SELECT + "WHERE member.phone = ?", Member::read, phone) : Optional.empty();
    }

    /** The member whose live codes carry this id of eight digits. */
    public Optional<Member> byCodeId(String codeId) {
        return sql.first(SELECT + "WHERE member.code_id = ?", Member::read, codeId);
    }

    /** The eight digits that a member's live codes carry in place of the id; refused 404 where there is no such member. */
    public String codeId(long member) {
        return sql.first("SELECT code_id FROM member WHERE id = ?", row -> row.getString(1), member)
                .orElseThrow(Problem::notFound);
    }

    /** What a member signs in with: phone, login, or without either the card's number, with which only a first secret is set. */
    String loginOf(long member) {
        return sql.first("SELECT COALESCE(phone, login, card, '') FROM member WHERE id = ?", row -> row.getString(1), member)
                .orElseThrow(Problem::notFound);
    }

    /** The members of a household, oldest entry first. */
    public List<Member> household(long household) {
        return sql.rows(SELECT + "WHERE member.household = ? ORDER BY member.id", Member::read, household);
    }

    /** The member, for staff whose reach the member is in; refused 404 {@code not_found}, 403 {@code not_allowed}. */
    public Member reached(Person person, long id) {
        Member member = member(id);
        person.mustReach(member.path(), Role.staff());
        return member;
    }

    /**
     * The members within the person's reach as staff whose name contains the query, or whose phone, card, pinyin or initials
     * begin with it, in the order of their entry; without a query all of them.
     */
    public Page<Member> search(Person person, @Nullable String query, @Nullable String cursor, int limit) {
        List<String> reach = Stream.of(Role.staff()).flatMap(person::reach).distinct().toList();
        if (reach.isEmpty()) {
            throw Problem.forbidden("not_allowed");
        }
        List<Object> values = new ArrayList<>(List.of(Page.after(cursor)));
        reach.forEach(path -> values.add(path + "%"));
        String within = String.join(" OR ", Collections.nCopies(reach.size(), "unit.path LIKE ?"));
        String matching = query == null || query.isBlank() ? "" : matching(query, values);
        values.add(limit + 1);
        String select = SELECT + "WHERE member.id > ? AND (" + within + ")" + STILL_HERE + matching
                + " ORDER BY member.id LIMIT ?";
        return Page.of(sql.rows(select, Member::read, values.toArray()), limit, member -> Long.toString(member.id()));
    }

    /** The members of the unit with this path and below it, from the one after this in the order of their entry. */
    public List<Member> below(String path, long after, int most) {
        return sql.rows(SELECT + "WHERE member.id > ? AND unit.path LIKE ? ORDER BY member.id LIMIT ?", Member::read, after,
                path + "%", most);
    }

    /** The party members within the person's reach by this role, in the order of their entry. */
    public List<Member> partyMembers(Person person, Role role) {
        List<Object> reach = person.reach(role).distinct().<Object>map(path -> path + "%").toList();
        String within = String.join(" OR ", Collections.nCopies(reach.size(), "unit.path LIKE ?"));
        return reach.isEmpty()
                ? List.of()
                : sql.rows(SELECT + "WHERE member.party_member AND (" + within + ") ORDER BY member.id", Member::read,
                        reach.toArray());
    }

    private static String matching(String query, List<Object> values) {
        List<String> any = new ArrayList<>(List.of("member.name LIKE ?"));
        values.add("%" + literally(query.strip()) + "%");
        begins(Names.typed(query), any, values, "member.phone", "member.card");
        begins(query.toLowerCase(Locale.ROOT).replaceAll("[\\s'’·-]", ""), any, values, "member.pinyin", "member.initials");
        return " AND (" + String.join(" OR ", any) + ")";
    }

    private static void begins(String text, List<String> any, List<Object> values, String... columns) {
        if (isAscii(text)) {
            for (String column : columns) {
                any.add(column + " LIKE ?");
                values.add(literally(text) + "%");
            }
        }
    }

    /** Phones, cards and pinyin are columns of ASCII, which the database refuses to compare with anything else. */
    private static boolean isAscii(String text) {
        return text.chars().allMatch(letter -> letter < 128);
    }

    /** The text with nothing in it that LIKE takes for anything else. */
    private static String literally(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
