package org.aixin.embedded;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.aixin.identity.Members;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;
import org.aixin.standard.Awards;
import org.aixin.standard.Deed;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;

/** The earlier deeds in the demo village's passbooks: 328 points and 12.5 hours of 王秀英, a few deeds of everybody else. */
@ApplicationScoped
class DemoStandard {
    /** Rule, quantity, what was done, and how many days ago. */
    private static final String[] HERS = {"quiz_correct|20|安全月|20 48 76 104 132 160 188 216 244",
            "drill|1|健身广场|1 33 61 97 158 219", "cleanup|1|健身广场|6 19 40 68 96 124 152 180",
            "patrol|1|冬春防火|25 53 81 109 137 165", "hazard_report|1|老化电线|14 90 201", "home_check|1|用电用气|44 134",
            "lecture|1|触电急救|30 117 209", "elder_visit|1|韩老栓家|11 73 145", "meeting|1|村委会|27 58 89 150 181",
            "good_deed|1|救起落水儿童|170", "volunteer_hour|2|文明劝导|9 37 65 121 177", "volunteer_hour|1.5|整理爱心超市|51",
            "volunteer_hour|1|送春联|250"};
    private static final String[] OTHERS = {"quiz_correct|12|安全月|20", "cleanup|1|健身广场|6", "meeting|1|村委会|27",
            "volunteer_hour|1.5|文明劝导|37", "drill|1|健身广场|33", "quiz_correct|16|安全月|48",
            "neighbour_help|1|帮收玉米|55", "quiz_correct|18|安全月|76", "lecture|1|触电急救|30", "waste_sorting|1|户分类|15"};
    private static final long HER_PHONE = 13_800_000_001L, LAST_PHONE = 13_800_000_040L;
    private static final int DEEDS_EACH = 4;

    private final Awards awards;
    private final Members members;
    private final BusinessTime time;
    private final Sql sql;

    DemoStandard(Awards awards, Members members, BusinessTime time, Sql sql) {
        this.awards = awards;
        this.members = members;
        this.time = time;
        this.sql = sql;
    }

    private record Earlier(int daysAgo, Deed deed) {
    }

    @Transactional
    @TransactionConfiguration(timeout = DemoVillage.LONGEST_SECONDS)
    void load() {
        long organizer = sql.first("SELECT id FROM member WHERE login = 'organizer'", row -> row.getLong(1))
                .orElseThrow(Problem::notFound);
        Instant now = time.now();
        LongStream.rangeClosed(HER_PHONE, LAST_PHONE).boxed()
                .flatMap(phone -> members.byPhone(Long.toString(phone)).stream()
                        .flatMap(member -> of(phone).flatMap(line -> earlier(line, member.id(), organizer, now))))
                .sorted(Comparator.comparing(Earlier::daysAgo).reversed()).forEach(earlier -> awards.give(earlier.deed()));
    }

    private static Stream<String> of(long phone) {
        int first = (int) (phone - HER_PHONE);
        return first == 0
                ? Stream.of(HERS)
                : IntStream.range(first, first + DEEDS_EACH).mapToObj(i -> OTHERS[i % OTHERS.length]);
    }

    private static Stream<Earlier> earlier(String line, long member, long organizer, Instant now) {
        String[] said = line.split("\\|");
        return Stream.of(said[3].split(" ")).map(Integer::valueOf).map(days -> new Earlier(days, new Deed(member, said[0],
                new BigDecimal(said[1]), now.minus(Duration.ofDays(days)), null, said[2], organizer, null)));
    }
}
