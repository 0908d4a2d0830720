package org.aixin.round;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Member;
import org.aixin.identity.Members;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Digits;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sha256;
import org.aixin.kernel.Tokens;
import org.aixin.round.JoinGuesses.What;

import org.jspecify.annotations.Nullable;

/** How people come into a round: residents who are signed in or show their card, guests by name, and all of them again on another phone. */
@ApplicationScoped
class Entrance {
    static final int MOST_GUESTS = 5_000;
    /** What a phone holds; longer than a session's token, so that none is looked for under it. Only the hash is kept. */
    private static final int TOKEN_BYTES = 33;
    private final RoundRows rounds;
    private final PlayerRows rows;
    private final Players players;
    private final JoinGuesses guesses;
    private final WallNames names;
    private final Members members;
    private final BusinessTime time;

    Entrance(RoundRows rounds, PlayerRows rows, Players players, JoinGuesses guesses, WallNames names, Members members,
            BusinessTime time) {
        this.rounds = rounds;
        this.rows = rows;
        this.players = players;
        this.guesses = guesses;
        this.names = names;
        this.members = members;
        this.time = time;
    }

    /** Somebody with the token that their phone keeps; nobody sees the token again. */
    record Joined(String token, Player player) {
    }

    /**
     * Joins the round with this code: a resident who is signed in or has a card is one player however often they come, a guest is a
     * new one unless they say the digits of their player. The host and the host's household are guests, whose points another organizer
     * may let them have (403 {@code own_household} for their cards). A number of a card plays for its owner only until the owner comes: who is
     * signed in takes the seat, and is not moved by a card (409 {@code seat_taken}). Refused 404 {@code round_unknown}, 429 {@code too_many_codes} and {@code too_many_wrong} where one address
     * guessed, 403 {@code player_removed}, 409 {@code name_taken}, {@code round_full}, 403 {@code back_wrong}, 422 for a name or card
     * that cannot be.
     */
    Joined join(String code, Joining asked, Optional<Person> person, String address) {
        Round round = round(code, asked.venue(), address);
        String token = Tokens.fresh(TOKEN_BYTES);
        if (!blank(asked.card())) {
            Member member = carded(round, Digits.of(asked.card()), address);
            Player player = players.present(round, member);
            boolean own = person.filter(one -> one.id() == member.id()).isPresent();
            return new Joined(token, own ? seatedAsOwner(player, token) : seatedByCard(player, token));
        }
        Optional<Member> earner = earner(round, person);
        if (earner.isPresent()) {
            return new Joined(token, seatedAsOwner(players.present(round, earner.get()), token));
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

    /** A guest who is signed in and gave no name: named as little as residents are, but not as one of them (王某英). */
    private Player unnamed(Round round, Member member, String token) {
        String name = Players.wallName(member).replaceAll("[*]+", "某");
        for (int tried = 0; tried < Players.TRIES; tried++) {
            Optional<Player> added = add(Player.fresh(round, rows.freeName(round.id(), name, member.child(), tried), null, null),
                    token);
            if (added.isPresent()) {
                return added.get();
            }
        }
        throw Players.busy();
    }

    private Player guest(Round round, String name, @Nullable String phone, String token) {
        return add(Player.fresh(round, name, phone, null), token).orElseThrow(() -> Problem.conflict("name_taken"));
    }

    private Player again(Round round, String name, @Nullable String back, String token, String address) {
        guesses.mustBeFew(What.PLAYER, address);
        return seated(rows.named(round.id(), name).filter(one -> rows.mayComeBack(one, Digits.of(back))).orElseThrow(() -> {
            guesses.wrong(What.PLAYER, address);
            return Problem.forbidden("back_wrong");
        }), token);
    }

    private Player seatedAsOwner(Player player, String token) {
        rows.seatOwner(player.mustPlay().id(), Sha256.of(token));
        return player;
    }

    private Player seatedByCard(Player player, String token) {
        if (!rows.seatByCard(player.mustPlay().id(), Sha256.of(token))) {
            throw Problem.conflict("seat_taken");
        }
        return player;
    }

    private Player seated(Player player, String token) {
        rows.seat(player.mustPlay().id(), Sha256.of(token));
        return player;
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
}
