package org.aixin.embedded;

/**
 * How a database is reached.
 *
 * @param url as JDBC wants it
 * @param user as whom the service works there
 * @param owner who owns the tables, migrates them and gives the service its rights
 */
record Access(String url, String user, String password, String owner, String ownerPassword) {
    /** For what migrates: times are UTC and texts are compared as the service does. */
    String ownersUrl() {
        return url + (url.contains("?") ? "&" : "?")
                + "connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true&characterEncoding=UTF-8&connectionCollation=utf8mb4_bin";
    }
}
