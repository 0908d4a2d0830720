/** 评议会: a review group decides a printed batch of claims by votes, and its minutes stand. */
@NullMarked
package org.aixin.meeting;

import org.jspecify.annotations.NullMarked;
