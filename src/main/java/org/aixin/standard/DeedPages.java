package org.aixin.standard;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The standard in plain words: what earns how much, and what costs. */
@Path("/deeds")
@Produces(MediaType.TEXT_HTML)
class DeedPages {
    @CheckedTemplate(basePath = "standard")
    static class Templates {
        static native TemplateInstance deeds(List<Chapter> earn, List<Chapter> cost);
    }

    /** The rules of one category. */
    record Chapter(Category category, List<Rule> rules) {
        static List<Chapter> of(List<Rule> rules, Predicate<Rule> which) {
            return Stream.of(Category.values())
                    .map(category -> new Chapter(category,
                            rules.stream().filter(which).filter(rule -> rule.category() == category).toList()))
                    .filter(chapter -> !chapter.rules().isEmpty()).toList();
        }
    }

    private final Rules rules;

    DeedPages(Rules rules) {
        this.rules = rules;
    }

    @GET
    @PermitAll
    public TemplateInstance deeds() {
        List<Rule> all = rules.inForce();
        return Templates.deeds(Chapter.of(all, rule -> !rule.isDeduction()), Chapter.of(all, Rule::isDeduction));
    }
}
