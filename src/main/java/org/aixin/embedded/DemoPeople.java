package org.aixin.embedded;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.aixin.access.Secrets;
import org.aixin.identity.Admissions;
import org.aixin.identity.Cards;
import org.aixin.identity.Grants;
import org.aixin.identity.Role;
import org.aixin.identity.Unit;
import org.aixin.identity.Units;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import org.jspecify.annotations.Nullable;

/** The units, households, staff and residents of the demo village; everybody's secret is {@code aixin2026}. */
@ApplicationScoped
class DemoPeople {
    static final String SECRET = "aixin2026";
    /** Unit, then the household's people in the order of their phones; P a party member, C with a printed card, X without a phone, N without a secret. */
    private static final String[] HOUSEHOLDS = {
            "二组 王秀英C 李德福", "一组 张建国P 陈桂兰 张晓明", "二组 张爱国PC 赵淑珍", "三组 刘凤梅CXN 刘长顺",
            "一组 杨志强P 周玉芬 杨帆 杨小雨", "三组 黄金山C 吴秀兰", "二组 徐国栋 孙丽华 徐婷", "一组 胡有才CX 朱桂花",
            "三组 高建军P 林春燕", "二组 何满仓 郭翠莲C 何佳怡", "一组 马占奎PC 罗秀琴", "院 梁卫东P 宋晓燕 梁雨桐",
            "院 郑海涛 谢敏", "三组 韩老栓CXN 唐秀荣", "二组 冯建平P 于红霞 冯子轩", "一组 欧阳春兰C 董大山 董欢", "二组 邓立新C 曹玉兰 邓志远"};
    private static final String[][] STAFF = {
            {"admin", "赵站长", "ADMIN", "县"}, {"auditor", "钱审计", "AUDITOR", "县"}, {"organizer", "孙队长", "ORGANIZER", "村"},
            {"clerk", "李店员", "CLERK", "镇"}, {"secretary", "周书记", "SECRETARY", "村"}, {"reviewer", "吴审核", "REVIEWER", "村"},
            {"reviewer2", "郑审核", "REVIEWER", "村"}};
    private static final long FIRST_PHONE = 13_800_000_001L;

    private final Units units;
    private final Admissions admissions;
    private final Grants grants;
    private final Secrets secrets;

    DemoPeople(Units units, Admissions admissions, Grants grants, Secrets secrets) {
        this.units = units;
        this.admissions = admissions;
        this.grants = grants;
        this.secrets = secrets;
    }

    @Transactional
    @TransactionConfiguration(timeout = DemoVillage.LONGEST_SECONDS)
    void load() {
        Map<String, Unit> places = units();
        String hash = secrets.hashForDemo(SECRET);
        for (String[] one : STAFF) {
            staff(one[0], one[1], Role.valueOf(one[2]), place(places, one[3]), place(places, "村"), hash);
        }
        int phones = 0, cards = 0;
        for (String household : HOUSEHOLDS) {
            String[] people = household.split(" ");
            Unit unit = place(places, people[0]);
            Long home = null;
            for (int i = 1; i < people.length; i++) {
                String name = people[i].replaceAll("[A-Z]", "");
                home = home == null ? admissions.household(name, unit.id()) : home;
                String card = people[i].contains("C") ? Cards.number(++cards) : null;
                String phone = people[i].contains("X") ? null : Long.toString(FIRST_PHONE + phones++);
                long id = resident(name, phone, card, home, unit, people[i].contains("P"));
                if (!people[i].contains("N")) {
                    secrets.keep(id, hash);
                }
            }
        }
    }

    private Map<String, Unit> units() {
        Map<String, Unit> places = new HashMap<>();
        Unit county = units.add(null, Unit.Kind.COUNTY, "晋山县");
        Unit town = units.add(county, Unit.Kind.TOWN, "太平镇");
        Unit village = units.add(town, Unit.Kind.VILLAGE, "郭家庄村");
        places.putAll(Map.of("县", county, "镇", town, "村", village));
        for (String group : new String[]{"一组", "二组", "三组"}) {
            places.put(group, units.add(village, Unit.Kind.COMPOUND, "郭家庄村" + group));
        }
        places.put("院", units.add(village, Unit.Kind.COMPOUND, "供电所家属院"));
        places.put("支部", units.add(village, Unit.Kind.BRANCH, "郭家庄村党支部"));
        return places;
    }

    private static Unit place(Map<String, Unit> places, String name) {
        return Objects.requireNonNull(places.get(name), name);
    }

    private void staff(String login, String name, Role role, Unit at, Unit home, String hash) {
        Unit belongs = at.depth() < home.depth() ? at : home;
        long id = admissions.admit(new Admissions.Row(name, null, null, login, null, belongs.id(), role == Role.SECRETARY));
        grants.write(id, role, at.id(), null);
        secrets.keep(id, hash);
    }

    private long resident(String name, @Nullable String phone, @Nullable String card, long household, Unit unit,
            boolean partyMember) {
        long id = admissions.admit(new Admissions.Row(name, phone, card, null, household, unit.id(), partyMember));
        grants.write(id, Role.RESIDENT, unit.id(), null);
        return id;
    }
}
