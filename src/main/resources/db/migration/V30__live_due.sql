-- What is owed for right answers is looked for after each reveal and every half minute, among all rounds of thirty days: few are owed, many were given.
CREATE INDEX live_answer_due ON live_answer (points, correct, round, position);
