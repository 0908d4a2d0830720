package org.aixin.round;

import java.security.SecureRandom;
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
import org.aixin.kernel.Ids;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sha256;
import org.aixin.kernel.Tokens;
import org.aixin.round.JoinGuesses.What;

import org.jspecify.annotations.Nullable;

/** Who plays: residents who are signed in or show their card, guests by name, and all of them again on another phone. */
@ApplicationScoped
class Players {
    private static final SecureRandom RANDOM = new SecureRandom();
    static final int MOST_PLAYERS = 10_000, MOST_GUESTS = 5_000;
    private static final String CHILD = "小朋友";
    /** What a phone holds; longer than a session's token, so that none is looked for under it. Only the hash is kept. */
    private static final int TOKEN_BYTES = 33;
    private static final int BACKS = 10_000, TRIES = 8;
    private final RoundRows rounds;
    private final PlayerRows rows;
    private final JoinGuesses guesses;
    private final WallNames names;
    private final Members members;
    private final MemberCodes codes;
    private final BusinessTime time;

    Players(RoundRows rounds, PlayerRows rows, JoinGuesses guesses, WallNames names, Members members, MemberCodes codes,
            BusinessTime time) {
        this.rounds = rounds;
        this.rows = rows;
        this.guesses = guesses;
        this.names = names;
        this.members = members;
        this.codes = codes;
        this.time = time;
    }

    /** Somebody with the token that their phone keeps; nobody sees the token again. */
    record Joined(String token, Player player) {
    }

    /**
     * Joins the round with this code: a resident who is signed in or has a card is one player however often they come, a guest is a
     * new one unless they say the digits of their player. The host and the host's household are guests, whose points another organizer
     * may let them have (403 {@code own_household} for their cards). Refused 404 {@code round_unknown}, 429 {@code too_many_codes} and {@code too_many_wrong} where one address
     * guessed, 403 {@code player_removed}, 409 {@code name_taken}, {@code round_full}, 403 {@code back_wrong}, 422 for a name or card
     * that cannot be.
     */
    Joined join(String code, Joining asked, Optional<Person> person, String address) {
        Round round = round(code, asked.venue(), address);
        String token = Tokens.fresh(TOKEN_BYTES);
        Optional<Member> resident = resident(round, asked, person, address);
        if (resident.isPresent()) {
            return new Joined(token, seated(present(round, resident.get()), token));
        }
        if (person.isPresent() && blank(asked.name())) {
            return new Joined(token, unnamed(round, members.member(person.get().id()), token));
        }
        String name = names.of(asked.name());
        return new Joined(token, blank(asked.back())
                ? guest(round, name, phone(asked.phone()), token)
                : again(round, name, asked.back(), token, address));
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** The round with this code, while it runs. */
    Round round(String code, @Nullable String venue, String address) {
        Optional<String> digits = Optional.ofNullable(Digits.of(code));
        if (venue != null) {
            return digits.flatMap(rounds::byCode).filter(round -> round.venue().equals(venue))
                    .orElseThrow(() -> Problem.of(404, "round_unknown"));
        }
        guesses.mustBeFew(What.JOIN_CODE, address);
        return digits.flatMap(rounds::byCode).orElseThrow(() -> {
            guesses.wrong(What.JOIN_CODE, address);
            return Problem.of(404, "round_unknown");
        });
    }

    /** Whose points they are: the card's owner, or else who is signed in as a resident. */
    private Optional<Member> resident(Round round, Joining asked, Optional<Person> person, String address) {
        if (!blank(asked.card())) {
            return Optional.of(carded(round, Digits.of(asked.card()), address));
        }
        return earner(round, person);
    }

    /** One who is signed in as a resident for whose points the round is; never of the host's household. */
    Optional<Member> earner(Round round, Optional<Person> person) {
        return person.filter(one -> one.may(one.path(), Role.RESIDENT) && one.path().startsWith(round.path()))
                .map(one -> members.member(one.id())).filter(one -> !isHosts(round, one));
    }

    private Member carded(Round round, @Nullable String card, String address) {
        guesses.mustBeFew(What.PLAYER, address);
        Member member = Optional.ofNullable(card).flatMap(members::byCard).filter(one -> one.path().startsWith(round.path()))
                .orElseThrow(() -> {
                    guesses.wrong(What.PLAYER, address);
                    return Problem.invalid("card_unknown", "card");
                });
        if (isHosts(round, member)) {
            throw Problem.forbidden("own_household");
        }
        return member;
    }

    /** Whether it is the host, who has read what is right, or somebody of the host's household. */
    private boolean isHosts(Round round, Member member) {
        return member.id() == round.host() || member.household() != null && members.stillHere(List.of(round.host())).values()
                .stream().anyMatch(host -> member.household().equals(host.household()));
    }

    /** The resident as a player of the round, with a phone or without. */
    Player present(Round round, Member member) {
        if (!member.path().startsWith(round.path())) {
            throw Problem.invalid("card_unknown", "card");
        }
        for (int tried = 0; tried < TRIES; tried++) {
            Optional<Player> known = rows.ofMember(round.id(), member.id());
            if (known.isPresent()) {
                return playing(known.get());
            }
            String name = rows.freeName(round.id(), wallName(member), member.child(), tried);
            Player player = player(round, name, null, member.id());
            if (rows.add(player, null, time.now())) {
                return player;
            }
        }
        throw busy();
    }

    /** A child is not named in public: 小朋友 1, 小朋友 2. */
    private static String wallName(Member member) {
        return member.child() ? CHILD : member.maskedName();
    }

    /** A guest who is signed in and gave no name: named as little as residents are, but not as one of them (王某英). */
    private Player unnamed(Round round, Member member, String token) {
        String name = wallName(member).replaceAll("[*]+", "某");
        for (int tried = 0; tried < TRIES; tried++) {
            Optional<Player> added = add(player(round, rows.freeName(round.id(), name, member.child(), tried), null, null),
                    token);
            if (added.isPresent()) {
                return added.get();
            }
        }
        throw busy();
    }

    private static Problem busy() {
        return Problem.of(503, "busy").with("retryAfter", 1);
    }

    private Player guest(Round round, String name, @Nullable String phone, String token) {
        return add(player(round, name, phone, null), token).orElseThrow(() -> Problem.conflict("name_taken"));
    }

    private Player again(Round round, String name, @Nullable String back, String token, String address) {
        guesses.mustBeFew(What.PLAYER, address);
        return seated(rows.named(round.id(), name).filter(one -> rows.mayComeBack(one, Digits.of(back))).orElseThrow(() -> {
            guesses.wrong(What.PLAYER, address);
            return Problem.forbidden("back_wrong");
        }), token);
    }

    private Player seated(Player player, String token) {
        rows.seat(playing(player).id(), Sha256.of(token));
        return player;
    }

    private static Player playing(Player player) {
        if (player.isRemoved()) {
            throw Problem.forbidden("player_removed");
        }
        return player;
    }

    private Player player(Round round, String name, @Nullable String phone, @Nullable Long member) {
        return new Player(Ids.next(), round.id(), "%04d".formatted(RANDOM.nextInt(BACKS)), name, phone, member, false);
    }

    /** Keeps a guest, unless the name is taken. However many there are, residents always find a place. */
    private Optional<Player> add(Player guest, String token) {
        if (rows.guests(guest.round()) >= MOST_GUESTS) {
            throw Problem.conflict("round_full", MOST_GUESTS);
        }
        return rows.add(guest, Sha256.of(token), time.now()) ? Optional.of(guest) : Optional.empty();
    }

    private static @Nullable String phone(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        String digits = Digits.of(given.replace("+86", ""));
        if (digits == null || !digits.matches("1[0-9]{10}")) {
            throw Problem.invalid("phone_refused", "phone");
        }
        return digits;
    }

    /** The player whose phone holds this token; refused 401 {@code player_unknown}, 403 {@code player_removed}. */
    Player holding(String token, long round) {
        return playing(rows.holding(Sha256.of(token)).filter(one -> one.round() == round)
                .orElseThrow(() -> Problem.of(401, "player_unknown")));
    }

    /** The player whose phone holds this token, if it still plays in the round. */
    Optional<Player> known(String token, long round) {
        return rows.holding(Sha256.of(token)).filter(one -> one.round() == round && !one.isRemoved());
    }

    /** Whether the phone that holds this token is or was a player's of the round. */
    boolean isOf(String token, long round) {
        return rows.holding(Sha256.of(token)).filter(one -> one.round() == round).isPresent();
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
