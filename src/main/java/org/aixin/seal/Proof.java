package org.aixin.seal;

import java.util.List;

/**
 * What proves to anybody who has the seal that a transfer is under it.
 *
 * @param leaf the exact text that was hashed
 * @param index its place in the log, from 0
 * @param size of the log under the seal
 * @param path hashes in hexadecimal, nearest sibling first
 */
public record Proof(String leaf, long index, long size, List<String> path, Seal seal) {
}
