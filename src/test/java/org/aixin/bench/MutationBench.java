package org.aixin.bench;

import java.nio.file.Path;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** How many changes to the rules the tests notice, as PIT saw it just before. */
class MutationBench {
    private static final Path REPORT = Path.of("target/pit-reports/mutations.xml");

    @Test
    void most_changes_to_the_rules_are_noticed() throws Exception {
        NodeList mutations = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(REPORT.toFile())
                .getElementsByTagName("mutation");
        Figures figures = new Figures("mutations",
                "PIT changes the rule classes of ledger and standard, one place at a time, and runs their tests without a database;"
                        + " of each package, the share of changes that a test noticed.");
        for (String rules : new String[]{"ledger", "standard"}) {
            int made = 0;
            int noticed = 0;
            for (int i = 0; i < mutations.getLength(); i++) {
                Element mutation = (Element) mutations.item(i);
                if (mutation.getElementsByTagName("mutatedClass").item(0).getTextContent().startsWith("org.aixin." + rules)) {
                    made++;
                    noticed += Boolean.parseBoolean(mutation.getAttribute("detected")) ? 1 : 0;
                }
            }
            figures.saw(rules + ", changes", made, "");
            figures.atLeast(rules + ", noticed", 100.0 * noticed / made, "%", 90);
        }
        figures.write();
    }
}
