package org.aixin.seal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * The Merkle tree of RFC 6962 (section 2.1): SHA-256, leaves prefixed with 0x00, inner nodes with 0x01. It asks for the hashes of
 * complete subtrees only, so that a proof in a tree of millions reads a few dozen of them.
 */
final class Merkle {
    /** The hashes of complete subtrees. */
    interface Nodes {
        /** The hash over the leaves {@code index << level} up to, not including, {@code (index + 1) << level}. */
        byte[] hash(int level, long index);
    }

    private static final byte LEAF = 0, NODE = 1;
    private final Nodes nodes;

    Merkle(Nodes nodes) {
        this.nodes = nodes;
    }

    /** The root over the first leaves, 32 bytes; over none it is the hash of nothing. */
    byte[] root(long size) {
        return size == 0 ? sha256().digest() : hash(0, size);
    }

    /** The audit path of a leaf in the tree over the first {@code size} leaves, nearest sibling first (section 2.1.1). */
    List<byte[]> inclusion(long leaf, long size) {
        List<byte[]> path = new ArrayList<>();
        inclusion(leaf, 0, size, path);
        return path;
    }

    private void inclusion(long leaf, long from, long to, List<byte[]> path) {
        if (to - from == 1) {
            return;
        }
        long middle = from + split(to - from);
        if (leaf < middle) {
            inclusion(leaf, from, middle, path);
            path.add(hash(middle, to));
        } else {
            inclusion(leaf, middle, to, path);
            path.add(hash(from, middle));
        }
    }

    /** What shows that the tree over the first {@code size} leaves only grew out of that over the first {@code earlier} (section 2.1.2). */
    List<byte[]> consistency(long earlier, long size) {
        List<byte[]> path = new ArrayList<>();
        if (earlier > 0 && earlier < size) {
            consistency(earlier, 0, size, true, path);
        }
        return path;
    }

    private void consistency(long earlier, long from, long to, boolean whole, List<byte[]> path) {
        if (earlier == to) {
            if (!whole) {
                path.add(hash(from, to));
            }
            return;
        }
        long middle = from + split(to - from);
        if (earlier <= middle) {
            consistency(earlier, from, middle, whole, path);
            path.add(hash(middle, to));
        } else {
            consistency(earlier, middle, to, false, path);
            path.add(hash(from, middle));
        }
    }

    private byte[] hash(long from, long to) {
        long width = to - from;
        if (Long.bitCount(width) == 1 && from % width == 0) {
            int level = Long.numberOfTrailingZeros(width);
            return nodes.hash(level, from >> level);
        }
        long middle = from + split(width);
        return node(hash(from, middle), hash(middle, to));
    }

    /** The largest power of two below a width of at least two. */
    private static long split(long width) {
        return Long.highestOneBit(width - 1);
    }

    /** The hash over complete siblings, a power of two of them. */
    static byte[] over(List<byte[]> siblings) {
        int half = siblings.size() / 2;
        return half == 0
                ? siblings.get(0)
                : node(over(siblings.subList(0, half)), over(siblings.subList(half, siblings.size())));
    }

    static byte[] leaf(String text) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        return digest.digest(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = sha256();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
