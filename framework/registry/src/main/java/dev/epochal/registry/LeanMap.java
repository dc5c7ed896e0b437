package dev.epochal.registry;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A sorted map that does not change, in two arrays, of which that of the keys is shared by the many
 * runs that have the same ones: a tenth of what a tree takes, so that a list of all runs fits.
 */
@SuppressWarnings("JdkObsolete") // it stands where a SortedMap is asked for
final class LeanMap<V> extends AbstractMap<String, V> implements SortedMap<String, V> {
  private final String[] keys;
  private final Object[] values;

  private LeanMap(String[] keys, Object[] values) {
    this.keys = keys;
    this.values = values;
  }

  /**
   * The same as a sorted map.
   *
   * @param shared arrays of keys that are there already; takes those that are new
   */
  static <V> LeanMap<V> of(SortedMap<String, V> map, Map<Set<String>, String[]> shared) {
    String[] keys = shared.get(map.keySet());
    if (keys == null) {
      keys = map.keySet().toArray(String[]::new);
      shared.put(Set.of(keys), keys);
    }
    return new LeanMap<>(keys, map.values().toArray());
  }

  @Override
  public @Nullable V get(@Nullable Object key) {
    int at = key instanceof String text ? Arrays.binarySearch(keys, text) : -1;
    return at < 0 ? null : value(at);
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return key instanceof String text && Arrays.binarySearch(keys, text) >= 0;
  }

  @SuppressWarnings("unchecked") // only values of V are put in
  private V value(int at) {
    return (V) values[at];
  }

  @Override
  public Set<Entry<String, V>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<String, V>> iterator() {
        return IntStream.range(0, keys.length)
            .<Entry<String, V>>mapToObj(i -> new SimpleImmutableEntry<>(keys[i], value(i)))
            .iterator();
      }

      @Override
      public int size() {
        return keys.length;
      }
    };
  }

  @Override
  public @Nullable Comparator<? super String> comparator() {
    return null;
  }

  @Override
  public SortedMap<String, V> subMap(String from, String to) {
    return new TreeMap<>(this).subMap(from, to);
  }

  @Override
  public SortedMap<String, V> headMap(String to) {
    return new TreeMap<>(this).headMap(to);
  }

  @Override
  public SortedMap<String, V> tailMap(String from) {
    return new TreeMap<>(this).tailMap(from);
  }

  @Override
  public String firstKey() {
    return new TreeMap<>(this).firstKey();
  }

  @Override
  public String lastKey() {
    return new TreeMap<>(this).lastKey();
  }
}
