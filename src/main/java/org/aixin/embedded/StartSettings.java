package org.aixin.embedded;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/**
 * What must be known before the service's own configuration is there: whether a database is configured, by system property,
 * environment, {@code .env} or {@code config/application.properties}.
 */
final class StartSettings {
    private static final int ENV_FILE = 295;
    private static final int CONFIG_FILE = 260;
    private static final MemorySizeConverter MEMORY = new MemorySizeConverter();
    private final SmallRyeConfig config;

    private StartSettings(SmallRyeConfig config) {
        this.config = config;
    }

    /** @param here the folder in which the service was started */
    static StartSettings read(Path here) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().withProfile("prod").addDefaultInterceptors()
                .addSystemSources();
        said(here.resolve(".env")).ifPresent(said -> builder.withSources(new EnvConfigSource(said, ENV_FILE)));
        said(here.resolve("config/application.properties"))
                .ifPresent(said -> builder.withSources(new PropertiesConfigSource(said, "config", CONFIG_FILE)));
        return new StartSettings(builder.build());
    }

    private static Optional<Map<String, String>> said(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Optional.of(lines.stringPropertyNames().stream().collect(Collectors.toMap(name -> name, lines::getProperty)));
    }

    boolean databaseIsConfigured() {
        return isSet("quarkus.datasource.jdbc.url");
    }

    boolean redisIsConfigured() {
        return isSet("aixin.redis.url");
    }

    private boolean isSet(String name) {
        return config.getOptionalValue(name, String.class).isPresent();
    }

    /** The data folder: {@code AIXIN_DATA}, {@code data} unless set. */
    Path data() {
        return Path.of(config.getOptionalValue("aixin.data", String.class).orElse("data"));
    }

    /** Where the keys of seals are: {@code AIXIN_SEAL_KEY}, in the data folder unless set. */
    Path sealKey() {
        return config.getOptionalValue("aixin.seal.key", String.class).map(Path::of).orElseGet(() -> data().resolve("seal.key"));
    }

    String databaseUrl() {
        return config.getValue("quarkus.datasource.jdbc.url", String.class);
    }

    String databaseUser() {
        return config.getOptionalValue("quarkus.datasource.username", String.class).orElse("");
    }

    String databasePassword() {
        return config.getOptionalValue("quarkus.datasource.password", String.class).orElse("");
    }

    /** The configured database. */
    Access access() {
        return new Access(databaseUrl(), databaseUser(), databasePassword(), said("quarkus.flyway.username", databaseUser()),
                said("quarkus.flyway.password", databasePassword()));
    }

    private String said(String name, String otherwise) {
        return config.getOptionalValue(name, String.class).orElse(otherwise);
    }

    /** Below so many free bytes nothing is written that grows: {@code AIXIN_DISK_LEAST}. */
    long leastRoom() {
        return MEMORY.convert(said("aixin.disk.least", "300M")).asLongValue();
    }

    /** So many bytes are kept to come up and to end with: {@code AIXIN_DISK_RESERVE}. */
    long reserve() {
        return MEMORY.convert(said("aixin.disk.reserve", "64M")).asLongValue();
    }

    /** Where the servers' programs are unpacked; several data folders may share one place. */
    Path programs() {
        return config.getOptionalValue("aixin.programs", String.class).map(Path::of).orElseGet(() -> data().resolve("programs"))
                .toAbsolutePath().normalize();
    }
}
