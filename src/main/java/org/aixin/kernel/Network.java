package org.aixin.kernel;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** Whom an address belongs to, where it is counted what one sender did. */
public final class Network {
    /** Who has one IPv6 address has 2^64 of them, which begin alike. */
    private static final int IPV6_NETWORK = 8;

    private Network() {
    }

    /** The address itself, or the first half of an IPv6 address; what is none, as it is. No name is looked up. */
    public static String of(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            return of(InetAddress.getByName(address));
        } catch (UnknownHostException noAddress) {
            return address;
        }
    }

    /** As {@link #of(String)}. */
    public static String of(InetAddress address) {
        return address instanceof Inet6Address six
                ? HexFormat.of().formatHex(six.getAddress(), 0, IPV6_NETWORK)
                : address.getHostAddress();
    }
}
