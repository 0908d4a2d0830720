/** 防改凭证: a signed Merkle tree over all transfers, so that anybody can prove that what was once shown is still what the ledger says. */
@NullMarked
package org.aixin.seal;

import org.jspecify.annotations.NullMarked;
