/** Units, households, people, their roles and their codes. */
@NullMarked
package org.aixin.identity;

import org.jspecify.annotations.NullMarked;
