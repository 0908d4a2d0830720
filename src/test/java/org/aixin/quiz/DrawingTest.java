package org.aixin.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.aixin.quiz.Drawing.Candidate;

import org.junit.jupiter.api.Test;

/** How questions are drawn by topic and difficulty. */
class DrawingTest {
    private static final List<Candidate> BANK = List.of(new Candidate(1, "用电", 1), new Candidate(2, "用电", 3),
            new Candidate(3, "消防", 2), new Candidate(4, "消防", 5), new Candidate(5, null, 4));

    @Test
    void each_part_gets_its_topic_and_difficulty() {
        for (int seed = 0; seed < 20; seed++) {
            List<List<Long>> drawn = Drawing.of(List.of(new Part("消防", 1, 3, 1), new Part(null, 4, 5, 2)), BANK,
                    new Random(seed));
            assertThat(drawn.get(0)).containsExactly(3L);
            assertThat(drawn.get(1)).containsExactlyInAnyOrder(4L, 5L);
        }
    }

    @Test
    void a_part_that_could_take_any_gives_way_to_one_that_can_take_few() {
        for (int seed = 0; seed < 50; seed++) {
            List<List<Long>> drawn = Drawing.of(List.of(Part.of(null, 2), Part.of("消防", 1), new Part("用电", 1, 5, 2)), BANK,
                    new Random(seed));
            assertThat(drawn).extracting(List::size).containsExactly(2, 1, 2);
            assertThat(new TreeSet<>(drawn.stream().flatMap(List::stream).toList())).hasSize(5);
            assertThat(drawn.get(2)).containsExactlyInAnyOrder(1L, 2L);
        }
    }

    @Test
    void too_few_are_seen() {
        assertThat(Drawing.of(List.of(Part.of("用电", 3)), BANK, new Random(1)).get(0)).hasSize(2);
        assertThat(Drawing.of(List.of(Part.of("水", 1)), BANK, new Random(1)).get(0)).isEmpty();
    }

    @Test
    void every_question_is_drawn_about_as_often() {
        List<Candidate> bank = LongStream.range(0, 10).mapToObj(id -> new Candidate(id, null, 1)).toList();
        int[] often = new int[10];
        for (int seed = 0; seed < 2_000; seed++) {
            Drawing.of(List.of(Part.of(null, 3)), bank, new Random(seed)).get(0).forEach(id -> often[id.intValue()]++);
        }
        assertThat(IntStream.of(often).boxed().toList()).allSatisfy(count -> assertThat(count).isBetween(480, 720));
    }

    @Test
    void texts_that_differ_only_in_how_they_are_written_are_the_same_question() {
        Set<String> same = new TreeSet<>();
        for (String text : List.of("触电时，先（　）？", "触电时,先____?", "触电时 先( )", "触电时先")) {
            same.add(Twins.key(text));
        }
        assertThat(same).hasSize(1);
        assertThat(Twins.key("Ｗhat is ３？")).isEqualTo(Twins.key("WHAT IS 3"));
        assertThat(Twins.key("离 1.5 米")).isNotEqualTo(Twins.key("离 15 米"));
        assertThat(Twins.key("5+3=?")).isNotEqualTo(Twins.key("5-3=?"));
        assertThat(Twins.key("？？")).isNotEqualTo(Twins.key("！"));
    }

    @Test
    void nearly_the_same_texts_are_found() {
        List<Alike> alike = Alike.among(List.of("发现有人触电首先应该怎么做？", "油锅起火怎么办？", "发现有人触电时首先应该怎么做", "森林里能不能抽烟？"), 20);
        assertThat(alike).singleElement().satisfies(pair -> {
            assertThat(pair.first()).isZero();
            assertThat(pair.second()).isEqualTo(2);
            assertThat(pair.percent()).isBetween(75, 99);
        });
    }
}
