package org.aixin.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** The addresses of style sheets and scripts, with a mark of their content so that a browser may keep them and still see a new one. */
@Named
@ApplicationScoped
public class Assets {
    private final Map<String, String> known = new ConcurrentHashMap<>();

    /** The address of a file in META-INF/resources, such as {@code {inject:assets.of('aixin.css')}}. */
    public String of(String file) {
        return known.computeIfAbsent(file, name -> "/" + name + "?v=" + mark(name));
    }

    private static String mark(String file) {
        try (InputStream content = Thread.currentThread().getContextClassLoader()
                .getResourceAsStream("META-INF/resources/" + file)) {
            CRC32 mark = new CRC32();
            mark.update(content == null ? new byte[0] : content.readAllBytes());
            return Long.toHexString(mark.getValue());
        } catch (IOException unreadable) {
            return "0";
        }
    }
}
