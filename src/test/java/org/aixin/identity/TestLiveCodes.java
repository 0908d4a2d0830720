package org.aixin.identity;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Sql;

/** Live codes of any moment, and such as somebody without the key would make. */
@ApplicationScoped
public class TestLiveCodes {
    private final Sql sql;
    private final Members members;
    private final BusinessTime time;

    TestLiveCodes(Sql sql, Members members, BusinessTime time) {
        this.sql = sql;
        this.members = members;
        this.time = time;
    }

    /** What a member's live codes carry in place of the id. */
    public String codeId(Member member) {
        return members.codeId(member.id());
    }

    /** Makes codes of this service, by the id that they carry and how many steps from now on; some member must have asked for one. */
    public Maker ours() {
        return maker(sql.first("SELECT secret FROM code_key WHERE id = 1", row -> row.getBytes(1)).orElseThrow());
    }

    /** Makes codes that differ from ours by the key alone. */
    public Maker strangers() {
        return maker(new byte[]{4, 2});
    }

    private Maker maker(byte[] key) {
        LiveCodes codes = new LiveCodes(key);
        return (codeId, steps) -> codes.code(codeId, LiveCodes.step(time.now()) + steps);
    }

    /** Makes live codes. */
    public interface Maker {
        String code(String codeId, long stepsFromNow);
    }
}
