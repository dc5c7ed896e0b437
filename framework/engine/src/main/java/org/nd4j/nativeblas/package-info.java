/** One class under DL4J's own name, without which DL4J does not find oneDNN. */
@NullMarked
package org.nd4j.nativeblas;

import org.jspecify.annotations.NullMarked;
