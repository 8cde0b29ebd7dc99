package norma.server.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks by the address of a webhook. */
class ReachTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:10::1",
                "2001:20::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "2002:c0a8:101::",
                "3fff::1",
                "5f00::1"
            })
    void addresses_that_are_not_of_the_public_network_are_known(String address) throws Exception {
        assertFalse(Reach.isPublic(InetAddress.getByName(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.0.1.1",
                "198.17.0.1",
                "198.20.0.1",
                "223.255.255.255",
                "2a00:1450::1",
                "2606:4700::1111",
                "2002:808:808::1"
            })
    void others_are_public(String address) throws Exception {
        assertTrue(Reach.isPublic(InetAddress.getByName(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "https://crm.example.evil.example/",
                "https://crm.example@evil.example/",
                "https://user:word@crm.example/",
                "http://crm.example/",
                "ftp://crm.example/",
                "file:///etc/passwd",
                "https:crm.example",
                "https://2130706433/",
                "https://0x7f.1/"
            })
    void only_allowed_hosts_are_reached_and_by_https(String address) {
        Reach reach = new Reach(Set.of("crm.example"), false, host -> new InetAddress[] {publicAddress()});
        assertThrows(Reach.Barred.class, () -> reach.of(URI.create(address)));
    }

    @Test
    void a_host_is_allowed_however_its_letters_are_written() throws Exception {
        Reach reach = new Reach(Set.of("crm.example"), false, host -> new InetAddress[] {publicAddress()});
        assertEquals(publicAddress(), reach.of(URI.create("https://CRM.example:8443/hook")));
    }

    @Test
    void a_name_with_one_private_address_among_its_own_is_barred() {
        Reach reach = new Reach(Set.of("crm.example"), false, host ->
                new InetAddress[] {publicAddress(), InetAddress.getByName("10.0.0.1")});
        assertThrows(Reach.Barred.class, () -> reach.of(URI.create("https://crm.example/")));
    }

    /** The name answers otherwise when it is asked again: it is not. */
    @Test
    void a_name_is_looked_up_once() throws Exception {
        Deque<String> answers = new ArrayDeque<>(List.of("93.184.216.34", "127.0.0.1"));
        Reach reach = new Reach(
                Set.of("crm.example"), false, host -> new InetAddress[] {InetAddress.getByName(answers.pop())});
        assertEquals(
                "93.184.216.34", reach.of(URI.create("https://crm.example/")).getHostAddress());
        assertEquals(1, answers.size());
    }

    private static InetAddress publicAddress() {
        try {
            return InetAddress.getByName("93.184.216.34");
        } catch (java.net.UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
