package org.aixin.embedded;

import java.nio.file.Path;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where this service keeps its data and what it was asked to be. */
@Singleton
class Placement {
    private final boolean embedded;
    private final boolean demoWanted;
    private final Path data;
    private final String database;

    Placement(@ConfigProperty(name = "aixin.embedded") boolean embedded, @ConfigProperty(name = "aixin.demo") boolean demoWanted,
            @ConfigProperty(name = "aixin.data") Path data,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String database) {
        this.embedded = embedded;
        this.demoWanted = demoWanted;
        this.data = data;
        this.database = database;
    }

    boolean embedded() {
        return embedded;
    }

    boolean demoWanted() {
        return demoWanted;
    }

    /** The data folder. */
    Path folder() {
        return data;
    }

    /** The data folder, or the configured database without its options, as people are told it. */
    String name() {
        return embedded ? data.toAbsolutePath().normalize().toString() : database.replaceFirst("[?;].*", "");
    }

    Refusal isADemo() {
        return new Refusal("%s 里是演示村子的数据，不能转作正式使用。要正式使用，请换一个新的数据文件夹或数据库；要继续演示，请设 AIXIN_DEMO=true。".formatted(name()),
                "%s holds the demo village and stays a demo. For real use name a new data folder or database; to go on with the demo set AIXIN_DEMO=true."
                        .formatted(name()));
    }

    Refusal halfLoaded() {
        return new Refusal("%s 的第一次启动没有做完，里面的数据不完整。还没有人用过它：请删掉后重新启动。".formatted(name()),
                "The first start in %s was cut short and its data is incomplete. Nobody has used it yet: delete it and start again."
                        .formatted(name()));
    }
}
