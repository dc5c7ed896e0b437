package dev.epochal.ui.training;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Scripts, styles and fonts of DL4J's pages, by the addresses that stand in them: each is listed,
 * so that nothing else can be had. Old libraries with known holes are answered with newer ones,
 * those that no page calls with nothing.
 */
final class PageFiles {
  private static final String OWN = "/deeplearning4jUiAssets/";
  private static final String JARS = "/assets/webjars/";

  private static final Map<String, String> TYPES =
      Map.of(
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "ico", "image/x-icon",
          "woff", "font/woff",
          "ttf", "font/ttf");

  private static final List<String> DL4J =
      List.of(
          "css/style.css",
          "img/favicon.ico",
          "js/counter.js",
          "js/train/model-graph.js",
          "js/train/model.js",
          "js/train/overview.js",
          "js/train/system.js",
          "js/train/train.js");

  /** Loaded by the pages and called by nothing in them. */
  private static final List<String> UNUSED =
      List.of(
          "chosen/0.9.8/chosen/chosen.jquery.min.js",
          "excanvas/3/excanvas.js",
          "fullcalendar/1.6.4/fullcalendar.min.js",
          "github-com-jboesch-Gritter/1.7.4/jquery.gritter.js",
          "imagesloaded/2.1.1/jquery.imagesloaded.min.js",
          "jquery-knob/1.2.2/jquery.knob.min.js",
          "jquery-migrate/1.2.1/jquery-migrate.min.js",
          "jquery-raty/2.5.2/jquery.raty.min.js",
          "jquery-ui/1.10.2/ui/minified/jquery-ui.min.js",
          "jquery.sparkline/2.1.2/jquery.sparkline.min.js",
          // A second one over the first, which has been loaded.
          "jquery/2.2.0/jquery.min.js",
          "masonry/3.1.5/masonry.pkgd.min.js",
          "modernizr/2.8.3/modernizr.min.js",
          "noty/2.2.2/jquery.noty.packaged.js",
          // Bootstrap's bundle has it.
          "popper.js/1.12.9/dist/umd/popper.min.js",
          "retinajs/0.0.2/retina.js",
          "uniform/2.1.2/jquery.uniform.min.js");

  /** Languages are set for everybody, by GET: the choice is taken away. */
  private static final String NO_LANGUAGES = "\n.sidebar .nav-dropdown { display: none; }\n";

  /**
   * A file as it is sent.
   *
   * @param type as in {@code Content-Type}
   */
  @SuppressWarnings("ArrayRecordComponent") // sent, never compared
  record PageFile(String type, byte[] bytes) {}

  private final Map<String, String> places = new HashMap<>();
  private final Map<String, PageFile> read = new ConcurrentHashMap<>();

  PageFiles() {
    DL4J.forEach(name -> places.put("/assets/" + name, OWN + name));
    UNUSED.forEach(name -> places.put(JARS + name, ""));
    jar("org.webjars.npm", "jquery", "3.4.1", "dist/jquery.min.js");
    places.put(
        JARS + "bootstrap/4.3.1/dist/js/bootstrap.min.js",
        place("org.webjars.npm", "bootstrap", "dist/js/bootstrap.bundle.min.js"));
    jar("org.webjars.npm", "coreui__coreui", "2.1.9", "dist/js/coreui.min.js");
    jar("org.webjars.npm", "coreui__coreui", "2.1.9", "dist/css/coreui.min.css");
    jar("org.webjars.npm", "coreui__icons", "0.3.0", "css/coreui-icons.min.css");
    jar("org.webjars.npm", "coreui__icons", "0.3.0", "fonts/CoreUI-Icons-Linear-Free.woff");
    jar("org.webjars.npm", "coreui__icons", "0.3.0", "fonts/CoreUI-Icons-Linear-Free.ttf");
    for (String name : List.of("", ".pie", ".stack", ".selection")) {
      jar("org.webjars", "flot", "0.8.3", "jquery.flot" + name + ".js");
    }
    jar("org.webjars", "flot", "0.8.3", "jquery.flot.resize.min.js");
    jar("org.webjars.npm", "cytoscape", "3.3.3", "dist/cytoscape.min.js");
    jar("org.webjars.bower", "cytoscape-dagre", "2.1.0", "cytoscape-dagre.js");
    jar("org.webjars.npm", "dagre", "0.8.4", "dist/dagre.min.js");
  }

  /**
   * @param asked the version that DL4J's pages ask for
   */
  private void jar(String group, String name, String asked, String file) {
    places.put(JARS + name + "/" + asked + "/" + file, place(group, name, file));
  }

  /** Where a file of a WebJar lies, whose version stands in the build alone. */
  private static String place(String group, String name, String file) {
    Properties jar = new Properties();
    try {
      jar.load(
          new ByteArrayInputStream(
              bytes("/META-INF/maven/" + group + "/" + name + "/pom.properties")));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
    return "/META-INF/resources/webjars/" + name + "/" + jar.getProperty("version") + "/" + file;
  }

  /** What is at an address; null when it is none of a file. */
  @Nullable PageFile find(String address) {
    String place = places.get(address);
    return place == null ? null : read.computeIfAbsent(address, a -> file(a, place));
  }

  /** Every address, for those who look whether the pages ask for others. */
  Map<String, String> places() {
    return Map.copyOf(places);
  }

  private static PageFile file(String address, String place) {
    String type = TYPES.get(address.substring(address.lastIndexOf('.') + 1));
    if (type == null) {
      throw new IllegalStateException(address);
    }
    if (place.isEmpty()) {
      return new PageFile(type, "// no page calls it\n".getBytes(StandardCharsets.UTF_8));
    }
    byte[] bytes = bytes(place);
    if (address.endsWith("/style.css")) {
      String style = new String(bytes, StandardCharsets.UTF_8) + NO_LANGUAGES;
      bytes = style.getBytes(StandardCharsets.UTF_8);
    }
    return new PageFile(type, bytes);
  }

  private static byte[] bytes(String place) {
    try (InputStream in = PageFiles.class.getResourceAsStream(place)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + place);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(place, e);
    }
  }
}
