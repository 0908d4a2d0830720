package org.aixin.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.aixin.kernel.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"王秀英", "阿卜杜拉·买买提", "𠮷野", "O'Neil", "José", "ང་ཚོ", "测试 01"})
    void people_of_any_script_have_a_name(String name) {
        assertThat(Names.ofMember(" " + name + " ")).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u0000王", "王\n英", "<b>王</b>", "王\u202E英", "🙂", "';--", "·"})
    void signs_are_no_name(String name) {
        assertThatThrownBy(() -> Names.ofMember(name)).isInstanceOf(Problem.class).hasMessage("name_refused");
    }

    @Test
    void forty_letters_are_a_name_and_one_more_is_not() {
        assertThat(Names.ofMember("𠮷".repeat(40))).hasSize(80);
        assertThatThrownBy(() -> Names.ofMember("王".repeat(41))).hasMessage("name_refused");
    }

    @Test
    void a_phone_may_be_typed_with_gaps_full_width_digits_and_its_country() {
        assertThat(Names.phone("138 0000-0001")).isEqualTo("13800000001");
        assertThat(Names.phone("１３８００００００01")).isEqualTo("13800000001");
        assertThat(Names.phone("+86 13800000001")).isEqualTo("13800000001");
        assertThat(Names.phone("")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1380000000", "138000000011", "23800000001", "1380000000x"})
    void anything_else_is_no_phone(String phone) {
        assertThatThrownBy(() -> Names.phone(phone)).hasMessage("phone_refused");
    }

    @Test
    void a_card_has_six_to_twenty_digits() {
        assertThat(Names.card("600000")).isEqualTo("600000");
        assertThatThrownBy(() -> Names.card("60000")).hasMessage("card_refused");
        assertThatThrownBy(() -> Names.card("6".repeat(21))).hasMessage("card_refused");
    }

    @Test
    void a_name_is_found_by_its_pinyin() {
        assertThat(Pinyin.of("王秀英")).isEqualTo(new Pinyin("wangxiuying", "wxy"));
        assertThat(Pinyin.of("吕 Anna")).isEqualTo(new Pinyin("lvanna", "lanna"));
        assertThat(Pinyin.of("单雄信").full()).isEqualTo("shanxiongxin");
        assertThat(Pinyin.of("𠮷".repeat(40)).full()).isEmpty();
    }
}
