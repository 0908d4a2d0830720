package org.aixin.kernel;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.quarkus.jackson.ObjectMapperCustomizer;

/** Instants go out as RFC 3339 times with the offset of the village, so that a person who reads them need not reckon. */
@Singleton
class JsonTimes implements ObjectMapperCustomizer {
    private final ZoneId zone;

    JsonTimes(BusinessTime time) {
        this.zone = time.zone();
    }

    /** After the modules of Jackson itself, whose instants would win otherwise. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new SimpleModule("village times").addSerializer(Instant.class, new Local(zone)));
    }

    private static final class Local extends StdSerializer<Instant> {
        private final transient ZoneId zone;

        Local(ZoneId zone) {
            super(Instant.class);
            this.zone = zone;
        }

        @Override
        public void serialize(Instant at, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(zone)));
        }
    }
}
