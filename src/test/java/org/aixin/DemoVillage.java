package org.aixin;

import java.nio.file.Path;
import java.util.Map;

import org.aixin.embedded.RunningService;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The demo village, served by the packaged service and looked at with Chromium; started once for all who ask for it. */
final class DemoVillage implements AutoCloseable, Store.CloseableResource {
    private final RunningService service;
    private final int port;
    private final Chromium chromium;

    private DemoVillage() {
        try {
            service = RunningService.start(RunningService.newData("journey"), Map.of("AIXIN_DEMO_LAN", "true"));
            port = service.port();
            chromium = new Chromium(port);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Hands the village to a test that names it. */
    static class Opened implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == DemoVillage.class;
        }

        @Override
        public DemoVillage resolveParameter(ParameterContext parameter, ExtensionContext test) {
            return test.getRoot().getStore(Namespace.GLOBAL).getOrComputeIfAbsent(DemoVillage.class, key -> new DemoVillage(),
                    DemoVillage.class);
        }
    }

    int port() {
        return port;
    }

    Chromium chromium() {
        return chromium;
    }

    /** Another one, whose camera shows this film; to be closed by who asked for it. */
    Chromium chromiumWithCamera(Path film) {
        return Chromium.withCamera(port, film);
    }

    @Override
    public void close() throws InterruptedException {
        chromium.close();
        service.close();
    }
}
