package org.aixin.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

import org.aixin.kernel.Network;

import org.jspecify.annotations.Nullable;

/**
 * From where somebody comes who wants to be let in.
 *
 * @param address the sender's
 * @param device the token of the browser's device cookie, null for programs without one
 * @param here whether it was sent on the machine that answers
 * @param screen what it was sent with, as {@link Screens} says it
 */
record From(String address, @Nullable String device, boolean here, String screen) {
    /** A program at this address, without a device. */
    static From at(String address) {
        return new From(address, null, false, Screens.PROGRAM);
    }

    /** Whom one network belongs to: an address, or of one with colons the first half, since whoever has one of those has all below it. */
    String network() {
        return Network.of(address);
    }

    /** What may be said of the address to whoever reads the log. */
    String kind() {
        if (here) {
            return "here";
        }
        try {
            InetAddress sender = InetAddress.getByName(address);
            boolean near = sender.isSiteLocalAddress() || sender.isLinkLocalAddress() || sender.isLoopbackAddress()
                    || sender instanceof Inet6Address && (sender.getAddress()[0] & 0xfe) == 0xfc;
            return near ? "near" : "far";
        } catch (UnknownHostException noAddress) {
            return "unknown";
        }
    }
}
