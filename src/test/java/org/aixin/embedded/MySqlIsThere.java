package org.aixin.embedded;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips tests on MySQL where its library is missing, and says so; where {@code AIXIN_REQUIRE_ALL_TESTS} is set they fail instead. */
public class MySqlIsThere implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        String missing = RealMySql.missing();
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("MySQL runs here");
        }
        if (Boolean.parseBoolean(System.getenv("AIXIN_REQUIRE_ALL_TESTS"))) {
            throw new IllegalStateException(missing);
        }
        System.out.println(missing);
        return ConditionEvaluationResult.disabled(missing);
    }
}
