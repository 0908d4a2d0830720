package org.aixin.standard;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.aixin.identity.Member;
import org.aixin.identity.Members;

import org.jspecify.annotations.Nullable;

/** An award as staff see it in a list: with the names. */
record Line(Award award, @Nullable Member member, @Nullable Member by) {
    static List<Line> of(Collection<Award> awards, Members members) {
        Map<Long, Member> people = members.members(
                awards.stream().flatMap(award -> Stream.of(award.member(), award.actor())).collect(Collectors.toSet()));
        return awards.stream().map(award -> new Line(award, people.get(award.member()), people.get(award.actor()))).toList();
    }
}
