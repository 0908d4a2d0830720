package org.aixin.meeting;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Member;
import org.aixin.identity.Members;
import org.aixin.identity.Person;
import org.aixin.identity.Unit;
import org.aixin.kernel.Problem;

import org.jspecify.annotations.Nullable;

/** Reads a typed list of people, one a line: card, phone or name. */
@ApplicationScoped
class Roster {
    private static final int LONGEST = 1200, MOST = 8;
    private final Members members;

    Roster(Members members) {
        this.members = members;
    }

    /** Their ids; refused 422 {@code group_unclear} at the first line that means nobody of the unit, or several. */
    List<Long> read(Person person, Unit unit, @Nullable String typed) {
        if (typed == null || typed.length() > LONGEST) {
            throw Problem.invalid("group_unclear", "group", "");
        }
        return Stream.of(typed.split("[\\n,，、;；]")).map(String::strip).filter(line -> !line.isEmpty())
                .map(line -> one(person, unit, line)).toList();
    }

    private long one(Person person, Unit unit, String line) {
        Optional<Member> exact = members.byCard(line).or(() -> members.byPhone(line))
                .filter(member -> member.path().startsWith(unit.path()));
        return exact.or(() -> named(person, unit, line)).map(Member::id)
                .orElseThrow(() -> Problem.invalid("group_unclear", "group", line));
    }

    private Optional<Member> named(Person person, Unit unit, String name) {
        List<Member> alike = members.search(person, name, null, MOST).items().stream()
                .filter(member -> member.name().equals(name) && member.path().startsWith(unit.path())).toList();
        return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
    }
}
