package org.aixin;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips tests in the browser where there is none, and says so; where {@code AIXIN_REQUIRE_ALL_TESTS} is set they fail instead. */
class ChromiumIsThere implements ExecutionCondition {
    private static final String MISSING = "SKIPPED-FOR-MISSING-PACKAGE: chromium fonts-noto-cjk";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Chromium.program().isPresent() && Chromium.writesChinese()) {
            return ConditionEvaluationResult.enabled("Chromium runs here");
        }
        if (Boolean.parseBoolean(System.getenv("AIXIN_REQUIRE_ALL_TESTS"))) {
            throw new IllegalStateException(MISSING);
        }
        System.out.println(MISSING);
        return ConditionEvaluationResult.disabled(MISSING);
    }
}
