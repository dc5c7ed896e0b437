package dev.epochal.core.spec.bind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.epochal.core.json.Json;
import dev.epochal.core.plan.Words;
import dev.epochal.core.planning.PlannedRun.Setting;
import dev.epochal.core.spec.ExperimentSpec;
import dev.epochal.core.spec.bind.SpecKeys.Planned;
import dev.epochal.core.spec.yaml.InsertionPoint;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes the JSON Schema of specs from their types, by the binder's own notions of keys and choices.
 * Each type is there twice: whole, and as a patch, in which nothing is required and everything can
 * be taken back, for files that extend another and for variants.
 */
final class SchemaMaker {
  private static final String ROOT = "spec";
  private static final String REFERENCE = "#/definitions/";

  private final SortedMap<String, JsonNode> definitions = new TreeMap<>();
  private final boolean patch;

  private SchemaMaker(boolean patch) {
    this.patch = patch;
  }

  /** The schema, with a final newline. */
  static String schema() {
    SchemaMaker whole = new SchemaMaker(false);
    SchemaMaker patch = new SchemaMaker(true);
    whole.define(ROOT, ExperimentSpec.class, null, SpecKeys.shortest());
    patch.define(ROOT, ExperimentSpec.class, null, SpecKeys.shortest());
    ObjectNode schema = object();
    schema.put("$schema", "http://json-schema.org/draft-07/schema#");
    schema.put("title", "An experiment of Epochal");
    schema.put("$comment", "Made from the spec's types: SchemaTest writes it.");
    schema.put("type", "object");
    // Dotted keys may hold what is otherwise required.
    ObjectNode undotted = object();
    undotted.putObject("propertyNames").put("pattern", "^[^.]*$");
    ObjectNode dotted = object();
    dotted.set("not", undotted);
    ObjectNode extending = object();
    extending.putArray("required").add("extends");
    schema.putObject("if").putArray("anyOf").add(extending).add(dotted);
    schema.set("then", patch.reference(ROOT));
    schema.set("else", whole.reference(ROOT));
    ObjectNode all = schema.putObject("definitions");
    all.setAll(whole.definitions);
    all.setAll(patch.definitions);
    return Json.pretty(schema);
  }

  private ObjectNode reference(String name) {
    return object().put("$ref", REFERENCE + named(name));
  }

  private String named(String name) {
    return patch ? name + "-patch" : name;
  }

  /**
   * Defines a record.
   *
   * @param typeName the word that chooses it, if one does
   * @param planned what holds where a key is not written
   */
  private void define(String path, Class<?> type, @Nullable String typeName, Planned planned) {
    String name = typeName == null ? path : path + "." + typeName;
    if (definitions.containsKey(named(name))) {
      return;
    }
    ObjectNode definition = object();
    definitions.put(named(name), definition);
    definition.put("type", "object");
    ObjectNode properties = definition.putObject("properties");
    ArrayNode required = Json.mapper().createArrayNode();
    boolean isItem = typeName != null && RecordKeys.of(type).containsKey("name");
    if (typeName != null) {
      properties.putObject(TypeKey.TYPE).put("const", typeName);
      required.add(TypeKey.TYPE);
    }
    RecordKeys.of(type)
        .forEach(
            (key, component) -> {
              String child = path.equals(ROOT) ? key : path + "." + key;
              properties.set(key, property(child, component, planned));
              if (SpecKeys.isRequired(component)) {
                required.add(key);
              }
            });
    if (patch && isItem) {
      for (String word : InsertionPoint.WORDS) {
        properties.set(word, insertion(word));
      }
    }
    if (!patch && !required.isEmpty()) {
      definition.set("required", required);
    }
    if (patch) {
      ObjectNode patterns = definition.putObject("patternProperties");
      patterns.putObject("^~").put("type", "null");
      if (path.equals(ROOT)) {
        patterns.putObject("^[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)+$");
      }
    }
    definition.put("additionalProperties", false);
  }

  private static ObjectNode insertion(String word) {
    ObjectNode insertion = object();
    insertion.put("description", "Where the layer is added to those that are there.");
    return word.equals("first") ? insertion.put("const", true) : insertion.put("type", "string");
  }

  private JsonNode property(String path, RecordComponent key, Planned planned) {
    JsonNode value = value(path, key.getAnnotatedType(), planned);
    if (patch || !SpecKeys.isRequired(key)) {
      value = orNull((ObjectNode) value);
    }
    ObjectNode property = object();
    property.put("description", SpecKeys.doc(key));
    Setting setting = planned.get(path);
    // What a patch leaves out is inherited.
    if (!patch && setting != null && setting.origin().equals("default")) {
      property.set("default", defaultValue(setting.value()));
    }
    property.setAll((ObjectNode) value);
    return property;
  }

  private JsonNode value(String path, AnnotatedType declared, Planned planned) {
    Class<?> type = SpecKeys.raw(declared);
    if (type == Patch.class) {
      return patchOfRoot();
    }
    if (type == Written.class) {
      return object();
    }
    if (type == List.class) {
      return list(path, declared, planned);
    }
    if (type == Map.class) {
      ObjectNode map = object().put("type", "object");
      map.set("propertyNames", limits(object(), SpecKeys.argument(declared, 0)));
      map.set("additionalProperties", value(path, SpecKeys.argument(declared, 1), planned));
      return limits(map, declared);
    }
    if (type.isRecord()) {
      boolean there =
          planned.settings().keySet().stream().anyMatch(key -> key.startsWith(path + "."));
      define(
          path,
          type,
          null,
          there ? planned : planned.with(path + "=" + SpecKeys.shortest(null, type)));
      return all(reference(path));
    }
    if (type.isSealed()) {
      return Choices.areNamed(type) ? named(path, type, planned) : shaped(path, type, planned);
    }
    if (type.isEnum()) {
      return words(type);
    }
    return limits(scalar(type), declared);
  }

  private static ObjectNode scalar(Class<?> type) {
    if (type == String.class) {
      // A text is whatever was written: no quotes are needed around 2024.
      ObjectNode text = object();
      text.putArray("type").add("string").add("number").add("boolean");
      return text;
    }
    String name = type == Boolean.class ? "boolean" : type == Double.class ? "number" : "integer";
    return object().put("type", name);
  }

  private ObjectNode patchOfRoot() {
    ObjectNode none = object();
    Set.of("extends", "variants", "variant", "sweep").stream()
        .sorted()
        .forEach(key -> none.put(key, false));
    ObjectNode value = object();
    ArrayNode all = value.putArray("allOf");
    all.addObject().put("$ref", REFERENCE + ROOT + "-patch");
    all.addObject().set("properties", none);
    return value;
  }

  private ObjectNode list(String path, AnnotatedType declared, Planned planned) {
    AnnotatedType of = SpecKeys.argument(declared, 0);
    boolean named = SpecKeys.raw(of).isSealed();
    ObjectNode item = (ObjectNode) value(path, of, planned);
    ObjectNode list = object().put("type", "array");
    if (!named || !patch) {
      list.set("items", item);
      return limits(list, declared);
    }
    // Items are edited by name: in a list of those that change, or in a mapping of names.
    ObjectNode withName = item.deepCopy();
    withName.putArray("required").add("name");
    list.set("items", withName);
    ObjectNode edits = object().put("type", "object");
    edits.putObject("patternProperties").putObject("^~").put("type", "null");
    edits.set("additionalProperties", orNull(item));
    return anyOf(List.of(list, edits));
  }

  private ObjectNode named(String path, Class<?> type, Planned planned) {
    List<JsonNode> choices = new ArrayList<>();
    Choices.byName(type)
        .forEach(
            (name, choice) -> {
              define(path, choice, name, chosen(path, name, choice, planned));
              choices.add(reference(path + "." + name));
            });
    definitions.put(named(path), anyOf(choices));
    return all(reference(path));
  }

  /** A plan in which a choice is made, with its keys at the path that the schema has for it. */
  private static Planned chosen(String path, String name, Class<?> choice, Planned planned) {
    String shortest = SpecKeys.shortest(name, choice);
    if (!RecordKeys.of(choice).containsKey("name")) {
      return planned.with(path + "=" + shortest);
    }
    boolean last = name.equals("output");
    String layer = path + "." + (last ? "out" : SpecKeys.LAYER);
    Planned with =
        last ? planned : planned.with(layer + "=" + shortest.replace("{", "{first: true, "));
    SortedMap<String, Setting> settings = new TreeMap<>();
    with.settings().forEach((key, set) -> settings.put(key.replace(layer, path), set));
    return new Planned(with.written(), settings);
  }

  private ObjectNode shaped(String path, Class<?> type, Planned planned) {
    List<JsonNode> shapes = new ArrayList<>();
    Choices.word(type).ifPresent(word -> shapes.add(words(word)));
    Choices.list(type)
        .ifPresent(
            list ->
                shapes.add(value(path, list.getRecordComponents()[0].getAnnotatedType(), planned)));
    Choices.mapping(type)
        .ifPresent(
            mapping -> {
              define(path, mapping, null, planned);
              shapes.add(reference(path));
            });
    return anyOf(shapes);
  }

  private static ObjectNode words(Class<?> type) {
    ObjectNode words = object();
    ArrayNode listed = words.putArray("enum");
    Words.of(type).forEach(listed::add);
    return words;
  }

  private static ObjectNode all(ObjectNode reference) {
    // In draft 7, what stands beside a $ref is not read.
    ObjectNode all = object();
    all.putArray("allOf").add(reference);
    return all;
  }

  private static ObjectNode anyOf(List<JsonNode> choices) {
    ObjectNode any = object();
    ArrayNode listed = any.putArray("anyOf");
    choices.forEach(listed::add);
    return any;
  }

  /** The same, or null, which takes an inherited value back. */
  private static ObjectNode orNull(ObjectNode value) {
    ObjectNode copy = value.deepCopy();
    if (copy.path("type").isTextual() && !copy.has("propertyNames")) {
      String type = copy.get("type").asText();
      copy.putArray("type").add(type).add("null");
      return copy;
    }
    if (copy.path("type").isArray()) {
      ((ArrayNode) copy.get("type")).add("null");
      return copy;
    }
    if (copy.has("enum")) {
      ((ArrayNode) copy.get("enum")).addNull();
      return copy;
    }
    ObjectNode nothing = object().put("type", "null");
    if (copy.has("anyOf")) {
      ((ArrayNode) copy.get("anyOf")).add(nothing);
      return copy;
    }
    // A reference alone needs no allOf around it here.
    return anyOf(
        List.of(copy.path("allOf").size() == 1 ? copy.get("allOf").get(0) : copy, nothing));
  }

  private static ObjectNode limits(ObjectNode node, AnnotatedElement declared) {
    Min min = declared.getAnnotation(Min.class);
    Max max = declared.getAnnotation(Max.class);
    DecimalMin from = declared.getAnnotation(DecimalMin.class);
    DecimalMax to = declared.getAnnotation(DecimalMax.class);
    Pattern pattern = declared.getAnnotation(Pattern.class);
    Size size = declared.getAnnotation(Size.class);
    if (min != null) {
      node.put("minimum", min.value());
    }
    if (max != null) {
      node.put("maximum", max.value());
    }
    if (from != null) {
      node.put(from.inclusive() ? "minimum" : "exclusiveMinimum", new BigDecimal(from.value()));
    }
    if (to != null) {
      node.put(to.inclusive() ? "maximum" : "exclusiveMaximum", new BigDecimal(to.value()));
    }
    if (pattern != null) {
      node.put("pattern", "^(?:" + pattern.regexp() + ")$");
    }
    if (size != null) {
      String type = node.path("type").asText();
      String things =
          type.equals("array") ? "Items" : type.equals("object") ? "Properties" : "Length";
      if (size.min() > 0) {
        node.put("min" + things, size.min());
      }
      if (size.max() < Integer.MAX_VALUE) {
        node.put("max" + things, size.max());
      }
    }
    return node;
  }

  private static JsonNode defaultValue(String text) {
    if (text.startsWith("[")) {
      ArrayNode list = Json.mapper().createArrayNode();
      for (String item : text.substring(1, text.length() - 1).split(", ")) {
        list.add(defaultValue(item));
      }
      return list;
    }
    return text.matches("true|false|-?[0-9.]+([eE]-?[0-9]+)?")
        ? Json.mapper()
            .convertValue(
                text.matches("true|false") ? Boolean.valueOf(text) : new BigDecimal(text),
                JsonNode.class)
        : Json.mapper().getNodeFactory().textNode(text);
  }

  private static ObjectNode object() {
    return Json.mapper().createObjectNode();
  }
}
