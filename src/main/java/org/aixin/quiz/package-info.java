/** Question banks, self-paced quizzes and their attempts. */
@NullMarked
package org.aixin.quiz;

import org.jspecify.annotations.NullMarked;
