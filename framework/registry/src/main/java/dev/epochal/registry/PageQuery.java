package dev.epochal.registry;

import dev.epochal.registry.filter.Condition;
import java.util.ArrayList;
import java.util.List;

/** Which runs a query asks for, in its order: found once, before anything of them is read. */
final class PageQuery {
  private PageQuery() {}

  static List<RunName> names(Sql sql, RunPart part, RunQuery query) {
    ReachedTable.fill(sql, query.operands());
    StringBuilder page = new StringBuilder("select id, name from runs where ").append(part.sql());
    List<Object> arguments = new ArrayList<>();
    if (query.filter() != null) {
      Condition condition = Condition.of(query.filter());
      page.append(" and ").append(condition.sql());
      arguments.addAll(condition.arguments());
    }
    page.append(" order by ");
    for (RunQuery.Order order : query.order()) {
      Condition by = Condition.value(order.by());
      page.append(by.sql()).append(order.descending() ? " desc" : "").append(" nulls last, ");
      arguments.addAll(by.arguments());
    }
    page.append("started desc, id desc limit ?");
    arguments.add(query.limit());
    return sql.list(
        page.toString(),
        row -> new RunName(row.getString(1), row.getString(2)),
        arguments.toArray());
  }
}
