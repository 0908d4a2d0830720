package org.aixin.standard;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Member;
import org.aixin.identity.Members;
import org.aixin.identity.Person;
import org.aixin.identity.Role;

/** Finds the people whom staff mean by what they scanned or typed. */
@ApplicationScoped
class Finder {
    private static final int MOST = 8;
    private final Members members;

    Finder(Members members) {
        this.members = members;
    }

    /** One member by card or whole phone number, else those whose name or number is like it; only within the person's reach. */
    List<Member> find(Person person, String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        String digits = text.replaceAll("[\\s-]", "");
        Optional<Member> exact = digits.matches("[0-9]{6,20}")
                ? members.byCard(digits).or(() -> members.byPhone(digits))
                : Optional.empty();
        return exact.filter(member -> person.may(member.path(), Role.staff())).map(List::of)
                .orElseGet(() -> like(person, text));
    }

    private List<Member> like(Person person, String text) {
        List<Member> alike = members.search(person, text, null, MOST).items();
        List<Member> named = alike.stream().filter(member -> member.name().equals(text)).toList();
        return named.size() == 1 ? named : alike;
    }
}
