package org.aixin.bench;

/** The control's shop. Nobody signs in, and a key means nothing to it. */
final class TextbookCounter implements Counter {
    @Override
    public Call reserve(int client, long goods, String key) {
        return new Call(Textbook.PATH + "?member=" + member(client) + "&goods=" + (goods + 1), "none", key, "");
    }

    @Override
    public Call collect(int desk, Told.Reserved order, String key) {
        return new Call(Textbook.COLLECTIONS + "?order=" + order.id(), "none", key, "");
    }

    @Override
    public Call cancel(int client, Told.Reserved order, String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long member(int client) {
        return client + 1;
    }

    @Override
    public boolean cancels() {
        return false;
    }
}
