package org.aixin.standard;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.aixin.identity.Member;
import org.aixin.identity.Members;

import org.jspecify.annotations.Nullable;

/** An award as staff see it in a list: with the names, and where it stands. */
record Line(Award award, AwardStatus status, @Nullable Member member, @Nullable Member by) {
    static List<Line> of(List<Award> awards, Map<Long, AwardStatus> states, Members members) {
        Map<Long, Member> people = members.members(
                awards.stream().flatMap(award -> Stream.of(award.member(), award.actor())).collect(Collectors.toSet()));
        return awards.stream()
                .map(award -> new Line(award, Objects.requireNonNull(states.get(award.id())), people.get(award.member()),
                        people.get(award.actor())))
                .toList();
    }

    /** Whether it hangs on a notice that has not closed. */
    public boolean isNoticed() {
        return status == AwardStatus.NOTICED;
    }

    /** Whether it was withdrawn from its notice. */
    public boolean isWithdrawn() {
        return status == AwardStatus.WITHDRAWN;
    }
}
