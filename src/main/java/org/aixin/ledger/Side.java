package org.aixin.ledger;

/** A member has two accounts of each asset: what is there, never below zero, and what is owed, never above. */
enum Side {
    OWN, OWED
}
