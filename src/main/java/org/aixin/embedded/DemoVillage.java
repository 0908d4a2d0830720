package org.aixin.embedded;

import jakarta.enterprise.context.ApplicationScoped;

/** 郭家庄村, loaded once into an empty database so that a stranger can play the whole story. */
@ApplicationScoped
class DemoVillage {
    /** What a slow machine may take for one part of it; a transaction would end after a minute, and the first start with it. */
    static final int LONGEST_SECONDS = 600;
    private final DemoPeople people;
    private final DemoStandard standard;
    private final DemoGoods goods;
    private final DemoQuiz quiz;

    DemoVillage(DemoPeople people, DemoStandard standard, DemoGoods goods, DemoQuiz quiz) {
        this.people = people;
        this.standard = standard;
        this.goods = goods;
        this.quiz = quiz;
    }

    void load() {
        people.load();
        standard.load();
        goods.load();
        quiz.load();
    }
}
