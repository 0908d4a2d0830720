package org.aixin.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MerkleTest {
    private static List<byte[]> leaves(int count) {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            leaves.add(Merkle.leaf("transfer " + i));
        }
        return leaves;
    }

    private static Merkle tree(List<byte[]> leaves) {
        return new Merkle((level, index) -> Merkle.over(leaves.subList((int) (index << level), (int) ((index + 1) << level))));
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    /** The tree over nothing, over one empty leaf and over two, as every log of RFC 6962 has them. */
    @Test
    void roots_are_those_of_the_standard() {
        assertThat(hex(tree(List.of()).root(0))).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        List<byte[]> two = List.of(Merkle.leaf(""), Merkle.leaf("\0"));
        assertThat(hex(tree(two).root(1))).isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assertThat(hex(tree(two).root(2))).isEqualTo("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
    }

    @Property(tries = 300)
    void a_growing_edge_has_the_root_of_the_whole(@ForAll @IntRange(min = 0, max = 600) int size) {
        Frontier frontier = new Frontier();
        leaves(size).forEach(frontier::add);
        assertThat(frontier.root()).isEqualTo(tree(leaves(size)).root(size));
    }

    @Property(tries = 300)
    void every_leaf_is_proved_and_no_other_text_is(@ForAll @IntRange(min = 1, max = 600) int size, @ForAll long which) {
        int leaf = (int) Math.floorMod(which, (long) size);
        Merkle tree = tree(leaves(size));
        List<byte[]> path = tree.inclusion(leaf, size);
        assertThat(Proofs.root(Merkle.leaf("transfer " + leaf), leaf, size, path)).isEqualTo(tree.root(size));
        assertThat(Proofs.root(Merkle.leaf("another"), leaf, size, path)).isNotEqualTo(tree.root(size));
    }

    @Property(tries = 300)
    void a_log_that_only_grew_is_consistent_and_no_other_is(@ForAll @IntRange(min = 1, max = 600) int size, @ForAll long which) {
        int earlier = 1 + (int) Math.floorMod(which, (long) size);
        Merkle tree = tree(leaves(size));
        List<byte[]> path = tree.consistency(earlier, size);
        assertThat(Proofs.grew(earlier, tree.root(earlier), size, tree.root(size), path)).isTrue();
        assertThat(Proofs.grew(earlier, Merkle.leaf("another"), size, tree.root(size), path)).isFalse();
    }
}
