package dev.epochal.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Requests letter by letter, as no well-behaved client would send them. */
final class RawHttp {
  private static final int PATIENCE_MILLIS = 20_000;

  private final int port;

  RawHttp(String url) {
    port = URI.create(url).getPort();
  }

  String host() {
    return "127.0.0.1:" + port;
  }

  /** What came back; headers by lower-case name. */
  record Got(int status, Map<String, String> headers, String body) {}

  Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  Got get(String path) throws IOException {
    return send("GET", path, Map.of(), "");
  }

  /** One request; {@code Host} is right unless it is among the headers. */
  Got send(String method, String path, Map<String, String> headers, String body)
      throws IOException {
    Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.put("Host", host());
    all.put("Connection", "close");
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > 0) {
      all.put("Content-Length", Integer.toString(bytes.length));
    }
    all.putAll(headers);
    StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
    all.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    try (Socket socket = connect()) {
      socket.getOutputStream().write((head + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      try {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
      } catch (IOException refusedBefore) {
        // The answer is there already.
      }
      return read(socket.getInputStream());
    }
  }

  static Got read(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try {
      in.transferTo(all);
    } catch (IOException cut) {
      // What came counts.
    }
    String text = all.toString(StandardCharsets.UTF_8);
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      return new Got(0, Map.of(), text);
    }
    String[] lines = text.substring(0, end).split("\r\n");
    Map<String, String> headers = new TreeMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      headers.put(
          lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
          lines[i].substring(colon + 1).strip());
    }
    return new Got(Integer.parseInt(lines[0].split(" ")[1]), headers, text.substring(end + 4));
  }
}
