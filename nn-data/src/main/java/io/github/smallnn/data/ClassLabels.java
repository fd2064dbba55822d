package io.github.smallnn.data;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Labels as class indices.
 *
 * @param names the labels that occur, sorted: by value if all are numbers, else as text
 * @param indices for each row the place of its label in {@code names}
 */
record ClassLabels(List<String> names, double[] indices) {

    static ClassLabels of(List<String> labels) {
        boolean numbers = labels.stream().allMatch(DecimalText::isDecimal);
        Comparator<String> asText = Comparator.naturalOrder();
        Comparator<String> order =
                numbers ? Comparator.comparingDouble(Double::parseDouble).thenComparing(asText) : asText;
        List<String> names = labels.stream().distinct().sorted(order).toList();
        Map<String, Integer> place = new HashMap<>();
        for (int k = 0; k < names.size(); k++) {
            place.put(names.get(k), k);
        }
        return new ClassLabels(names, labels.stream().mapToDouble(place::get).toArray());
    }
}
