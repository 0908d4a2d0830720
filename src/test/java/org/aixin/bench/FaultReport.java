package org.aixin.bench;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import org.aixin.bench.Checker.Wrong;

/** What is said of rushes in which something broke. */
final class FaultReport {
    private static final int BYPASSED_MILLIS = 100;
    private static final double AS_FAST = 0.9;
    private final Figures figures;

    FaultReport(int clients, FaultRun.Times times) {
        figures = new Figures("faults", clients
                + " clients over HTTP reserve, collect (some at two desks at once) and give up, each asking again as soon as it is"
                + " answered and sending the same key again where it is not; two wishes of five are for goods of which there are"
                + " few, and one client of ten has few points. The service is a process of its own, its Redis behind a proxy. A rush"
                + " lasts " + times.span() / 1000 + " s; something breaks after " + times.breaks() / 1000
                + " s and is mended after "
                + times.mended() / 1000 + " s, or at once by whoever runs the servers. Afterwards what the clients were told is"
                + " compared with the rows. Quiet rushes come before, between and after those with a faulty Redis (median)."
                + " Everything runs on one machine.");
    }

    /** What one client who asks alone waited for, in milliseconds: half of all answers before, and the longest during the fault. */
    void alone(String fault, double before, int during) {
        figures.saw("alone, before %s: median answer".formatted(fault), before, "ms");
        figures.atMost("alone, %s: longest answer, less that".formatted(fault), during - before, "ms", BYPASSED_MILLIS);
    }

    /** Writes it down; answers all that is wrong with the product, or that the control passes. */
    List<String> write(List<FaultRun> runs, List<String> ledger) throws IOException {
        List<FaultRun> ours = runs.stream().filter(run -> !run.isOfControl()).toList();
        List<FaultRun> control = runs.stream().filter(FaultRun::isOfControl).toList();
        speed(ours);
        for (Wrong kind : Wrong.values()) {
            int all = kind == Wrong.LEDGER ? ledger.size() : ours.stream().mapToInt(run -> run.count(kind)).sum();
            figures.atMost("all faults: " + kind.words(), all, "", 0);
        }
        for (FaultRun run : control) {
            figures.saw(run.name(), run.rate(), "successes/s");
            run.wrong().forEach((kind, all) -> figures.saw(run.name() + ": " + kind.words(), all.size(), ""));
        }
        long failed = control.stream().filter(run -> !run.wrong().isEmpty()).count();
        figures.atLeast("faults under which the control fails the same checker", failed, "", 1);
        figures.write();
        Stream<String> wrong = ours.stream().filter(run -> !run.isGood()).map(FaultRun::line);
        return Stream.of(wrong, ledger.stream(), failed == 0 ? Stream.of("The control passes") : Stream.<String>empty())
                .flatMap(each -> each).toList();
    }

    private void speed(List<FaultRun> ours) {
        List<FaultRun> quiets = ours.stream().filter(FaultRun::isQuiet).toList();
        double quiet = Figures.median(quiets.stream().mapToDouble(FaultRun::rate).toArray());
        quiets.forEach(run -> figures.saw("quiet", run.rate(), "successes/s"));
        for (FaultRun run : ours) {
            if (run.name().startsWith("Redis")) {
                figures.atLeast(run.name() + ", to quiet", run.rate() / quiet, "times", AS_FAST);
            } else if (!run.isQuiet()) {
                figures.saw(run.name() + ", to quiet", run.rate() / quiet, "times");
            }
            figures.saw(run.name() + ", longest answer", run.told().longest(run.times().breaks(), run.times().span()), "ms");
            figures.saw(run.name() + ", longest without a success", run.longestGap(), "ms");
            if (!run.isQuiet()) {
                figures.saw(run.name() + ", whole again after", run.healed(), "ms");
            }
        }
    }
}
