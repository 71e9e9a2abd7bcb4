import type { ComponentChildren, JSX } from "preact";
import { classes } from "../lib/classes.ts";

/** A column of a table. */
export interface Column<T> {
  title: string;
  cell: (row: T) => ComponentChildren;
  /** The one that names the row; at least one column is. */
  head?: boolean;
  /** Its title is read out, and not shown: for buttons. */
  hideTitle?: boolean;
  align?: "end";
}

/** Rows of the same kind. On narrow screens every row becomes a block, each cell with its title. */
export function Table<T>({ label, columns, rows, keyOf }: { label: string; columns: Column<T>[]; rows: T[]; keyOf: (row: T) => string | number }): JSX.Element {
  return (
    <div class="table-frame">
      <table class="table">
        <caption class="visually-hidden">{label}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.title} scope="col" class={classes(column.align === "end" && "end")}>
                <span class={column.hideTitle ? "visually-hidden" : undefined}>{column.title}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column) => {
                const Cell = column.head ? "th" : "td";
                return (
                  <Cell key={column.title} scope={column.head ? "row" : undefined} class={classes(column.align === "end" && "end")} data-title={column.hideTitle || column.head ? undefined : column.title}>
                    {column.cell(row)}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
