package org.aixin.household;

import org.aixin.embedded.MySqlIsThere;
import org.aixin.embedded.OnMySql;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same on real MySQL 8. */
@ExtendWith(MySqlIsThere.class)
@QuarkusTest
@TestProfile(OnMySql.class)
class JoiningMySqlIT extends JoiningTest {
}
