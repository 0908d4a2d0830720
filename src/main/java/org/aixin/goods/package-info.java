/** Goods, shops and the stock of record. */
@NullMarked
package org.aixin.goods;

import org.jspecify.annotations.NullMarked;
