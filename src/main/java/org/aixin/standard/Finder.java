package org.aixin.standard;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Member;
import org.aixin.identity.MemberCodes;
import org.aixin.identity.Members;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.kernel.Digits;
import org.aixin.kernel.Problem;

/** Finds the people whom staff mean by what they scanned or typed. */
@ApplicationScoped
public class Finder {
    private static final int MOST = 8;
    private final Members members;
    private final MemberCodes codes;

    Finder(Members members, MemberCodes codes) {
        this.members = members;
        this.codes = codes;
    }

    /**
     * One member by card, whole phone number or the code on their phone, else those whose name or number is like it; only within
     * the person's reach. Refused 409 {@code code_expired} for a code that was on the phone earlier.
     */
    public List<Member> find(Person person, String typed) {
        String digits = Digits.of(typed);
        return (digits == null ? Optional.<Member>empty() : exact(digits))
                .filter(member -> person.may(member.path(), Role.staff())).map(List::of)
                .orElseGet(() -> like(person, Normalizer.normalize(typed, Normalizer.Form.NFKC).strip()));
    }

    private Optional<Member> exact(String digits) {
        return members.byCard(digits).or(() -> members.byPhone(digits)).or(() -> codes.read(digits).map(Finder::ofPresent));
    }

    private static Member ofPresent(MemberCodes.Seen seen) {
        if (seen.over()) {
            throw Problem.conflict("code_expired");
        }
        return seen.member();
    }

    private List<Member> like(Person person, String text) {
        List<Member> alike = members.search(person, text, null, MOST).items();
        List<Member> named = alike.stream().filter(member -> member.name().equals(text)).toList();
        return named.size() == 1 ? named : alike;
    }
}
