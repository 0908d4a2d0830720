package org.aixin.standard;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.aixin.identity.Member;
import org.aixin.identity.Members;

/** A proposal as staff see it in a list: with the names. */
record Proposed(Proposal proposal, Member member, Member by) {
    static List<Proposed> of(Collection<Proposal> proposals, Members members) {
        Map<Long, Member> people = members.members(proposals.stream()
                .flatMap(proposal -> Stream.of(proposal.member(), proposal.actor())).collect(Collectors.toSet()));
        return proposals.stream().map(proposal -> new Proposed(proposal, Objects.requireNonNull(people.get(proposal.member())),
                Objects.requireNonNull(people.get(proposal.actor())))).toList();
    }
}
