#!/bin/bash
# Run once by the MySQL image, on an empty data volume: the database, its owner, and the user the service works as.
# The service's user begins with no rights; after each migration the owner grants it what each table needs.

: "${AIXIN_OWNER_PASSWORD:?}" "${AIXIN_SERVICE_PASSWORD:?}"

quoted() { # a text as an SQL string
    local text=${1//\\/\\\\}
    printf "'%s'" "${text//\'/\'\'}"
}

MYSQL_PWD="$MYSQL_ROOT_PASSWORD" mysql --protocol=socket --user=root <<SQL
CREATE DATABASE IF NOT EXISTS aixin CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE USER IF NOT EXISTS 'aixin_owner'@'%' IDENTIFIED BY $(quoted "$AIXIN_OWNER_PASSWORD");
GRANT ALL PRIVILEGES ON aixin.* TO 'aixin_owner'@'%' WITH GRANT OPTION;

CREATE USER IF NOT EXISTS 'aixin_service'@'%' IDENTIFIED BY $(quoted "$AIXIN_SERVICE_PASSWORD");
GRANT USAGE ON *.* TO 'aixin_service'@'%';
SQL
