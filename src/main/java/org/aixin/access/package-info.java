/** How a person proves who they are: secrets, sessions, guessing, and what every request is held to before anybody looks at it. */
@NullMarked
package org.aixin.access;

import org.jspecify.annotations.NullMarked;
