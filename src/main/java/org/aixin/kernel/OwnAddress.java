package org.aixin.kernel;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Under which address phones reach this service, for QR codes and paper. It is never what a request's Host header makes it: the configured
 * {@code aixin.url}, else the address of this machine that the request names, and for a name of this machine alone (localhost), or one
 * that nobody configured, its address on the network.
 */
@RequestScoped
public class OwnAddress {
    private final HttpServerRequest request;
    private final Optional<String> configured;

    OwnAddress(RoutingContext context, @ConfigProperty(name = "aixin.url") Optional<String> configured) {
        this.request = context.request();
        this.configured = configured.map(String::strip).filter(url -> !url.isEmpty()).map(url -> url.replaceFirst("/+$", ""));
    }

    /** Scheme, host and port, without a slash behind. */
    public String base() {
        return configured.orElseGet(() -> request.scheme() + "://" + reached(request));
    }

    /** The address of a page of ours, whose path begins with a slash. */
    public String of(String path) {
        return base() + path;
    }

    /** Whether the request names this machine by one of its addresses, or as itself. */
    public static boolean isNamed(HttpServerRequest request) {
        HostAndPort named = request.authority();
        return named != null && (isItself(named.host()) || isOwn(named.host()));
    }

    private static String reached(HttpServerRequest request) {
        HostAndPort named = request.authority();
        String host = named == null ? "localhost" : named.host();
        String reached = !isItself(host) && isOwn(host) ? host : Lan.address().orElse("localhost");
        int port = request.localAddress() == null ? -1 : request.localAddress().port();
        boolean usual = port == ("https".equals(request.scheme()) ? 443 : 80) || port < 0;
        return (reached.contains(":") && !reached.startsWith("[") ? "[" + reached + "]" : reached) + (usual ? "" : ":" + port);
    }

    private static boolean isItself(String host) {
        return host.equalsIgnoreCase("localhost") || address(host).filter(InetAddress::isLoopbackAddress).isPresent();
    }

    private static boolean isOwn(String host) {
        return address(host).filter(OwnAddress::isOfThisMachine).isPresent();
    }

    private static boolean isOfThisMachine(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException unknown) {
            return false;
        }
    }

    /** Only of what is an address already: no name is looked up for a stranger. */
    private static Optional<InetAddress> address(String host) {
        String bare = host.replaceAll("^\\[|\\]$", "");
        try {
            return bare.matches("[0-9]+(\\.[0-9]+){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.%]*")
                    ? Optional.of(InetAddress.getByName(bare))
                    : Optional.empty();
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }
}
