package org.aixin.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.aixin.meeting.Ballot.Verdict;

import org.junit.jupiter.api.Test;

class BallotTest {
    private static Verdict of(int group, int inFavour, int against) {
        return new Ballot(group, group, inFavour, against).verdict();
    }

    @Test
    void more_than_half_of_the_group_must_vote() {
        assertThat(of(3, 1, 0)).isEqualTo(Verdict.NO_QUORUM);
        assertThat(of(3, 2, 0)).isEqualTo(Verdict.APPROVED);
        assertThat(of(4, 2, 0)).isEqualTo(Verdict.NO_QUORUM);
        assertThat(of(4, 2, 1)).isEqualTo(Verdict.APPROVED);
        assertThat(of(5, 3, 0)).isEqualTo(Verdict.APPROVED);
        assertThat(Ballot.quorum(3)).isEqualTo(2);
        assertThat(Ballot.quorum(4)).isEqualTo(3);
    }

    @Test
    void a_tie_rejects() {
        assertThat(of(3, 1, 1)).isEqualTo(Verdict.REJECTED);
        assertThat(of(5, 1, 2)).isEqualTo(Verdict.REJECTED);
        assertThat(of(5, 2, 1)).isEqualTo(Verdict.APPROVED);
    }

    @Test
    void there_are_no_more_votes_than_voters() {
        assertThatCode(() -> new Ballot(5, 3, 2, 1).mustAddUp(1)).doesNotThrowAnyException();
        assertThatThrownBy(() -> new Ballot(5, 3, 2, 2).mustAddUp(1)).hasMessageContaining("too_many_votes");
        assertThatThrownBy(() -> new Ballot(5, 3, Integer.MAX_VALUE, 2).mustAddUp(1)).hasMessageContaining("too_many_votes");
        assertThatThrownBy(() -> new Ballot(5, 3, -1, 2).mustAddUp(1)).hasMessageContaining("votes_refused");
    }
}
