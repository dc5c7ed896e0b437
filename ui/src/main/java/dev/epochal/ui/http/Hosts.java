package dev.epochal.ui.http;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The names that this server answers to. A page of another site whose name was made to point here
 * (DNS rebinding) comes with that site's name, and is refused.
 */
public final class Hosts {
  private final Set<String> names;

  private Hosts(Set<String> names) {
    this.names = Collections.unmodifiableSet(new TreeSet<>(names));
  }

  /** Those of a server that is bound to an address. */
  public static Hosts of(InetAddress bound, String written, int port) {
    Set<String> hosts = new TreeSet<>();
    if (bound.isLoopbackAddress()) {
      hosts.addAll(Set.of("127.0.0.1", "localhost", "[::1]"));
    } else if (bound.isAnyLocalAddress()) {
      hosts.addAll(Set.of("127.0.0.1", "localhost", "[::1]"));
      hosts.addAll(here());
    } else {
      hosts.add(text(bound));
    }
    if (!bound.isAnyLocalAddress()) {
      hosts.add(written.contains(":") ? "[" + written + "]" : written.toLowerCase(Locale.ROOT));
    }
    Set<String> names = new TreeSet<>();
    for (String host : hosts) {
      names.add(host + ":" + port);
      if (port == 80) {
        names.add(host);
      }
    }
    return new Hosts(names);
  }

  /** Whether a {@code Host} header names this server; without one it does not. */
  boolean allow(@Nullable String header) {
    return header != null && names.contains(header.toLowerCase(Locale.ROOT));
  }

  /** Whether an {@code Origin} header names a page of this server. */
  boolean isOrigin(String header) {
    return header.startsWith("http://") && allow(header.substring("http://".length()));
  }

  private static Set<String> here() {
    Set<String> here = new TreeSet<>();
    try {
      here.add(InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT));
    } catch (UnknownHostException e) {
      // It has addresses still.
    }
    try {
      NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .forEach(address -> here.add(text(address)));
    } catch (SocketException e) {
      // It has a name still.
    }
    return here;
  }

  private static String text(InetAddress address) {
    String text = address.getHostAddress().replaceFirst("%.*", "");
    return text.contains(":") ? "[" + text + "]" : text;
  }
}
