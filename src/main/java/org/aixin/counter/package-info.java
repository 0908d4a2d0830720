/** The counter's day on paper: daily sheet, signature sheet, receipt, clerks' shops, and what an auditor wants to know of a clerk. */
@NullMarked
package org.aixin.counter;

import org.jspecify.annotations.NullMarked;
