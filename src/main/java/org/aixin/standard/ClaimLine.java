package org.aixin.standard;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Member;
import org.aixin.identity.Members;
import org.aixin.notice.Notice;
import org.aixin.notice.Notices;

import org.jspecify.annotations.Nullable;

/**
 * A claim in a list, with the people whom it names and the notice on which it stands.
 *
 * @param recheck where it was drawn to be looked at again
 * @param by who claimed it for the member, null where the member did
 */
record ClaimLine(Claim claim, ClaimStatus status, Member member, @Nullable Member by, @Nullable Notice notice,
        @Nullable Recheck recheck) {
    /** The colour of where it stands. */
    public String tone() {
        return status.tone();
    }

    /** Whether the day's most was reached, and so nothing credited. */
    public boolean isFull() {
        return status == ClaimStatus.CREDITED && claim.points() == 0;
    }

    /** Makes lines of claims. */
    @ApplicationScoped
    static class Lines {
        private final Claims claims;
        private final Members members;
        private final Notices notices;
        private final RecheckRows rechecks;

        Lines(Claims claims, Members members, Notices notices, RecheckRows rechecks) {
            this.claims = claims;
            this.members = members;
            this.notices = notices;
            this.rechecks = rechecks;
        }

        /** In the same order. */
        List<ClaimLine> of(List<Claim> some) {
            Map<Long, ClaimStatus> states = claims.states(some);
            Map<Long, Member> people = members.members(some.stream()
                    .flatMap(claim -> Stream.of(claim.member(), claim.by())).filter(Objects::nonNull)
                    .map(Objects::requireNonNull).collect(Collectors.toSet()));
            Map<Long, Recheck> drawn = rechecks.of(some.stream().map(Claim::id).toList());
            return some.stream().map(claim -> new ClaimLine(claim, Objects.requireNonNull(states.get(claim.id())),
                    Objects.requireNonNull(people.get(claim.member())), claim.by() == null ? null : people.get(claim.by()),
                    notice(claim), drawn.get(claim.id()))).toList();
        }

        private @Nullable Notice notice(Claim claim) {
            return claim.row() == null ? null : notices.notice(notices.row(claim.row()).notice());
        }
    }
}
