package org.aixin.web;

import java.nio.channels.ClosedChannelException;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

import io.quarkus.logging.LoggingFilter;

/** A phone that goes away while it is told something is no failure of ours, though the framework logs it as one. */
@LoggingFilter(name = "gone")
final class Gone implements Filter {
    @Override
    public boolean isLoggable(LogRecord record) {
        return !(record.getThrown() instanceof ClosedChannelException);
    }
}
