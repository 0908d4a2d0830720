package org.aixin.meeting;

import java.util.List;

import org.aixin.identity.Member;

/** All of a meeting: who is in the group, and what is before it. */
record Sitting(Meeting meeting, Member chair, List<Seat> group, List<Item> items) {
    /** How many must vote on each claim. */
    public int quorum() {
        return Ballot.quorum(group.size());
    }

    /** How many of the group are there. */
    public long present() {
        return group.stream().filter(Seat::present).count();
    }

    /** How many claims came out so. */
    public long count(String outcome) {
        return items.stream().filter(item -> item.outcome() != null && item.outcome().name().equals(outcome)).count();
    }
}
