package org.aixin.identity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.aixin.kernel.Language;

/** Sentences about people that are put together outside a template. */
final class Words {
    private Words() {
    }

    static SecondPersonTexts in(Locale language) {
        return Language.texts(SecondPersonTexts.class, language);
    }

    /** A member's name, or what stands in its place. */
    static String name(Members members, long member) {
        return Optional.ofNullable(members.members(List.of(member)).get(member)).map(Member::name).orElse(Removals.GONE);
    }
}
