package org.aixin.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.enterprise.context.RequestScoped;

import org.aixin.kernel.OwnAddress;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** From where the present request comes. */
@RequestScoped
public class Origin {
    /** What proxies of any make add to a request, and no browser or program does by itself. */
    private static final Pattern PROXYS = Pattern
            .compile("(?i)via|.*forwarded.*|.*(real|client|connecting|remote|user|source)[-_]?(ip|addr).*"
                    + "|x-(original|cluster|envoy|amzn|azure|appengine|arr|proxy|scheme|host|server|varnish|sendfile).*|(cf|cdn|fastly|fly|ali|eagleeye|proxy|x-bce)-.*");
    private final RoutingContext request;

    Origin(RoutingContext request) {
        this.request = request;
    }

    /**
     * The sender's address as the counters of wrong secrets know it. Of what a trusted proxy hands on the last counts, which it wrote itself;
     * whatever stands before it the sender may have written.
     */
    public String address() {
        HttpServerRequest asked = request.request();
        boolean trusted = !host(asked.remoteAddress()).equals(host(asked.connection().remoteAddress()));
        String said = trusted ? lastOf(asked.headers().getAll("X-Forwarded-For")) : "";
        String host = isAddress(said) ? said : host(asked.connection().remoteAddress());
        return host.substring(0, Math.min(64, host.length()));
    }

    /**
     * Whether it was sent on the machine that answers, and not handed on by a proxy there: it comes from one of its addresses, names one
     * of them (a page elsewhere whose name leads here does not), carries nothing that a proxy adds, and is no HTTP/1.0, which some speak.
     */
    boolean isHere() {
        return isHere(request.request());
    }

    static boolean isHere(HttpServerRequest request) {
        String from = host(request.remoteAddress());
        boolean handedOn = request.version() == HttpVersion.HTTP_1_0
                || request.headers().names().stream().anyMatch(name -> PROXYS.matcher(name).matches());
        return !handedOn && (isLoopback(from) || from.equals(host(request.localAddress()))) && OwnAddress.isNamed(request);
    }

    /** Whether it came by HTTPS, to here or to a proxy that is trusted. */
    boolean isEncrypted() {
        return isEncrypted(request.request());
    }

    static boolean isEncrypted(HttpServerRequest request) {
        return request.isSSL();
    }

    private static String host(@Nullable SocketAddress address) {
        String host = address == null ? null : address.hostAddress();
        return host == null ? "unknown" : host;
    }

    private static String lastOf(List<String> headers) {
        return headers.isEmpty() ? "" : headers.get(headers.size() - 1).replaceAll(".*,", "").strip();
    }

    private static boolean isAddress(String text) {
        return text.matches("[0-9a-fA-F.:%]+");
    }

    private static boolean isLoopback(String host) {
        try {
            return isAddress(host) && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }
}
