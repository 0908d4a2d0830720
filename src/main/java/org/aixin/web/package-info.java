/** The page frame, the home page and the assets. */
@NullMarked
package org.aixin.web;

import org.jspecify.annotations.NullMarked;
