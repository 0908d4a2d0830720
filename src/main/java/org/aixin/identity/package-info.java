/** Units, households, people and their roles, and how a person proves who they are. */
@NullMarked
package org.aixin.identity;

import org.jspecify.annotations.NullMarked;
