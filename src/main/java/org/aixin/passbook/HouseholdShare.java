package org.aixin.passbook;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * One member's part of what a household pools.
 *
 * @param name in full: only the household and staff see it
 * @param points that are this member's own, those set aside among them
 * @param owed what this member has still to settle
 */
public record HouseholdShare(String name, long points, @JsonIgnore long owed) {
}
