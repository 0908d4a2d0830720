package org.aixin.standard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Person;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sentences;
import org.aixin.kernel.Sheet;
import org.aixin.kernel.Transactions;

/** The standard from and to a spreadsheet: all rows of it or none. */
@ApplicationScoped
class StandardSheets {
    private final Rules rules;
    private final Standard standard;

    StandardSheets(Rules rules, Standard standard) {
        this.rules = rules;
        this.standard = standard;
    }

    /**
     * What became of a sheet.
     *
     * @param added rules that are new
     * @param changed rules that got a new version
     * @param unchanged rules that already say the same
     * @param wrong what is wrong with it; where there is any, nothing was added or changed
     */
    record Report(int added, int changed, int unchanged, List<Wrong> wrong) {
    }

    /**
     * Something wrong in a row.
     *
     * @param row as a spreadsheet program counts, the header being 1
     * @param column its name in the header
     */
    record Wrong(int row, String column, String reason) {
    }

    private record Read(int row, String code, Terms terms) {
    }

    /** Makes new versions, in force from a day, of the rules that the sheet says otherwise; rules that are not in it stay. */
    Report fill(Person admin, byte[] file, LocalDate since, Locale language) {
        Standard.mustBeOfAll(admin);
        RuleSheet sheet = RuleSheet.of(Sheet.read(file));
        List<Wrong> wrong = new ArrayList<>();
        List<Read> read = read(sheet, wrong, language);
        if (!wrong.isEmpty()) {
            return new Report(0, 0, 0, wrong);
        }
        try {
            return Transactions.run(() -> {
                Report report = change(admin, read, since, language);
                if (!report.wrong().isEmpty()) {
                    throw new Refused(report);
                }
                return report;
            });
        } catch (Refused refused) {
            return refused.report;
        }
    }

    private static List<Read> read(RuleSheet sheet, List<Wrong> wrong, Locale language) {
        List<Read> read = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Sheet.Row row : sheet.rows()) {
            try {
                String code = sheet.code(row);
                Standard.mustBeCode(code);
                if (!seen.add(code)) {
                    throw Problem.invalid("row_code_twice", "code", code);
                }
                read.add(new Read(row.number(), code, sheet.terms(row)));
            } catch (Problem problem) {
                wrong.add(wrong(row.number(), problem, language));
            }
        }
        return read;
    }

    private Report change(Person admin, List<Read> read, LocalDate since, Locale language) {
        Map<String, Rule> then = new HashMap<>();
        rules.latest(since).forEach(rule -> then.put(rule.code(), rule));
        int added = 0;
        int changed = 0;
        List<Wrong> wrong = new ArrayList<>();
        for (Read row : read) {
            Rule known = then.get(row.code);
            if (known == null || !known.terms().equals(row.terms)) {
                try {
                    int base = rules.versions(row.code).stream().mapToInt(Rule::version).max().orElse(0);
                    standard.change(admin.id(), row.code, since, row.terms, base);
                    added += base == 0 ? 1 : 0;
                    changed += base == 0 ? 0 : 1;
                } catch (Problem problem) {
                    wrong.add(wrong(row.row, problem, language));
                }
            }
        }
        return wrong.isEmpty()
                ? new Report(added, changed, read.size() - added - changed, wrong)
                : new Report(0, 0, 0, wrong);
    }

    private static Wrong wrong(int row, Problem problem, Locale language) {
        String field = String.valueOf(problem.members().getOrDefault("field", "code"));
        return new Wrong(row, COLUMNS.getOrDefault(field, field), Sentences.detail(problem, language));
    }

    private static final Map<String, String> COLUMNS = Map.of("code", RuleSheet.CODE, "title", RuleSheet.TITLE, "points",
            RuleSheet.POINTS, "most", RuleSheet.MOST, "roles", RuleSheet.ROLES, "basis", RuleSheet.BASIS, "asset",
            RuleSheet.ASSET, "budget", RuleSheet.BUDGET);

    /** The standard as it is, or will be, on a day: rules out of force among them. */
    List<List<String>> table(LocalDate day) {
        return RuleSheet.table(rules.latest(day));
    }

    /** Undoes what was begun. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Report report;

        Refused(Report report) {
            super(null, null, false, false);
            this.report = report;
        }
    }
}
