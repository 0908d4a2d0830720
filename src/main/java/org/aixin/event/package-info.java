/** Events: quizzes, drills, talks and a shop's visit that belong together, counted on one sheet and reported to the donor. */
@NullMarked
package org.aixin.event;

import org.jspecify.annotations.NullMarked;
