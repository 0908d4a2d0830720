package org.aixin.seal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** The root of a growing tree, of which only the right edge is kept: one complete subtree for each bit of its size. */
final class Frontier {
    private final Deque<byte[]> subtrees = new ArrayDeque<>();
    private long size;

    void add(byte[] leaf) {
        byte[] hash = leaf;
        for (long bits = size++; (bits & 1) == 1; bits >>= 1) {
            hash = Merkle.node(subtrees.pop(), hash);
        }
        subtrees.push(hash);
    }

    long size() {
        return size;
    }

    byte[] root() {
        Iterator<byte[]> smallestFirst = subtrees.iterator();
        if (!smallestFirst.hasNext()) {
            return Merkle.sha256().digest();
        }
        byte[] root = smallestFirst.next();
        while (smallestFirst.hasNext()) {
            root = Merkle.node(smallestFirst.next(), root);
        }
        return root;
    }
}
