package org.aixin.meeting;

import org.aixin.identity.Member;

/** Somebody in the group, there or not. */
record Seat(Member member, boolean present) {
}
