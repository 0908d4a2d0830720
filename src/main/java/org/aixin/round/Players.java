package org.aixin.round;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Member;
import org.aixin.identity.MemberCodes;
import org.aixin.identity.Members;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Digits;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sha256;

import org.jspecify.annotations.Nullable;

/** Who plays: residents, and guests of whom somebody may say later which residents they are. How they come in says {@link Entrance}. */
@ApplicationScoped
class Players {
    static final int MOST_PLAYERS = 10_000, TRIES = 8;
    private static final String CHILD = "小朋友";
    private final PlayerRows rows;
    private final Members members;
    private final MemberCodes codes;
    private final BusinessTime time;

    Players(PlayerRows rows, Members members, MemberCodes codes, BusinessTime time) {
        this.rows = rows;
        this.members = members;
        this.codes = codes;
        this.time = time;
    }

    /** The resident as a player of the round, with a phone or without. */
    Player present(Round round, Member member) {
        if (!member.path().startsWith(round.path())) {
            throw Problem.invalid("card_unknown", "card");
        }
        for (int tried = 0; tried < TRIES; tried++) {
            Optional<Player> known = rows.ofMember(round.id(), member.id());
            if (known.isPresent()) {
                return known.get().mustPlay();
            }
            String name = rows.freeName(round.id(), wallName(member), member.child(), tried);
            Player player = Player.fresh(round, name, null, member.id());
            if (rows.add(player, null, time.now())) {
                return player;
            }
        }
        throw busy();
    }

    /** A child is not named in public: 小朋友 1, 小朋友 2. */
    static String wallName(Member member) {
        return member.child() ? CHILD : member.maskedName();
    }

    static Problem busy() {
        return Problem.of(503, "busy").with("retryAfter", 1);
    }

    /** The player whose phone holds this token; refused 401 {@code player_unknown}, 403 {@code player_removed}. */
    Player holding(String token, long round) {
        return known(token, round).orElseThrow(() -> Problem.of(401, "player_unknown")).mustPlay();
    }

    /** The player of the round whose phone holds this token or none, also one who was taken out. */
    Optional<Player> known(@Nullable String token, long round) {
        return Optional.ofNullable(token).flatMap(held -> rows.holding(Sha256.of(held))).filter(one -> one.round() == round);
    }

    /** The players of a round from the one before this, who came last first. */
    List<Player> newest(Round round, long before, int limit) {
        return rows.newestOf(round.id(), before, limit);
    }

    /** The players of a round that the host may see, in the order in which they came. */
    List<Player> of(Round round, long after, int limit) {
        return rows.of(round.id(), after, limit);
    }

    /** The resident whose card, live code or phone the host scanned or typed; refused 422 {@code card_unknown}, 409 {@code code_expired}. */
    Member resident(@Nullable String who) {
        String digits = Digits.of(who);
        return Optional.ofNullable(digits).flatMap(known -> members.byCard(known).or(() -> members.byPhone(known))
                .or(() -> codes.read(known).map(Players::present)))
                .orElseThrow(() -> Problem.invalid("card_unknown", "who"));
    }

    private static Member present(MemberCodes.Seen seen) {
        if (seen.over()) {
            throw Problem.conflict("code_expired");
        }
        return seen.member();
    }

    /** Of guests whose time to be claimed is over no phone is kept. */
    void forgetPhones() {
        rows.forgetPhones(time.now().minus(Credits.WAITING));
    }

    /** Lets somebody come back again who gave wrong digits too often. */
    void open(Round round, long player) {
        rows.open(round.id(), player);
    }

    /** Takes somebody out of the round; their answers count no longer. Refused 404 where there is no such player. */
    void remove(Round round, long player) {
        if (!rows.remove(round.id(), player, time.now())) {
            throw Problem.notFound();
        }
    }

    /**
     * Says which resident a guest is, within 30 days of the round; what they answered rightly is credited. Refused 409
     * {@code player_claimed} where somebody said so before, {@code member_plays} where the resident is another player of the round,
     * {@code claim_over}; 403 {@code not_allowed}, {@code own_household}.
     */
    void claim(Person person, Round round, long player, long memberId) {
        Member member = members.member(memberId);
        person.mustReach(member.path(), Role.ORGANIZER);
        person.mustNotBeHouseholdOf(member);
        if (!member.path().startsWith(round.path())) {
            throw Problem.forbidden("not_allowed");
        }
        if (round.daysToClaim(time.now()) == 0) {
            throw Problem.conflict("claim_over", Credits.WAITING.toDays());
        }
        if (rows.ofMember(round.id(), memberId).isPresent()) {
            throw Problem.conflict("member_plays");
        }
        if (!rows.claim(round.id(), player, memberId, person.id(), time.now())) {
            throw Problem.conflict("player_claimed");
        }
    }
}
