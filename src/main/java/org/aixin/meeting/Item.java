package org.aixin.meeting;

import java.util.List;
import java.util.Set;

import org.aixin.identity.Member;
import org.aixin.standard.Claim;

import org.jspecify.annotations.Nullable;

/**
 * A claim before a meeting.
 *
 * @param number on the printed batch, from 1
 * @param inFavour null until votes were entered
 * @param said those who recuse themselves by their own word
 * @param bound those present who must: of the resident's household, or who claimed for them
 * @param outcome null until the meeting is closed
 * @param reason code of the problem where the standard refused
 */
record Item(int number, Claim claim, Member member, @Nullable Member by, @Nullable Integer inFavour, @Nullable Integer against,
        Set<Long> said, Set<Long> bound, @Nullable Outcome outcome, @Nullable String reason) {
    /** Whether anything was voted. */
    public boolean isVoted() {
        return inFavour != null && against != null;
    }

    /** Whether this person of the group takes no part. */
    public boolean isRecused(Seat seat) {
        return said.contains(seat.member().id()) || bound.contains(seat.member().id());
    }

    /** Whether this person must not take part. */
    public boolean isBound(Seat seat) {
        return bound.contains(seat.member().id());
    }

    /** Those present who may vote. */
    List<Seat> voters(List<Seat> group) {
        return group.stream().filter(Seat::present).filter(seat -> !isRecused(seat)).toList();
    }

    /** The names of those present who take no part. */
    public List<String> recused(List<Seat> group) {
        return group.stream().filter(Seat::present).filter(this::isRecused).map(seat -> seat.member().name()).toList();
    }

    Ballot ballot(List<Seat> group) {
        return new Ballot(group.size(), voters(group).size(), inFavour == null ? 0 : inFavour, against == null ? 0 : against);
    }
}
