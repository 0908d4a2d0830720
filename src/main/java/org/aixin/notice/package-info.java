/** Notices: what is to be credited is posted for some days first, and anyone there may object to a row. */
@NullMarked
package org.aixin.notice;

import org.jspecify.annotations.NullMarked;
