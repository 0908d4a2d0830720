/** The points standard: rules, and awards made by them. */
@NullMarked
package org.aixin.standard;

import org.jspecify.annotations.NullMarked;
