/** 要留意的: what an auditor should look at, because one person alone could turn it into points or goods. */
@NullMarked
package org.aixin.watch;

import org.jspecify.annotations.NullMarked;
