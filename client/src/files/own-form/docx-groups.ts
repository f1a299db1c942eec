import { formStyles } from '../form-styles.ts';
import type { DocxParagraph } from './docx-paragraphs.ts';
import { type FormRow, type FormTable, wordsOf } from './form.ts';

/** A row of a document, with the group that is named in it; null where none is. */
export interface DocxRow {
  row: FormRow;
  group: NamedGroup | null;
}

interface NamedGroup {
  /** Two groups may have one name: known by the id of its mark, or by its name where a program has dropped that. */
  key: string;
  name: string;
}

/** The group that is named in a cell, in its own style; null where there is none. */
export function groupIn(cell: readonly DocxParagraph[]): NamedGroup | null {
  const own = cell.filter(({ style }) => style === formStyles.group);
  const name = wordsOf(own.map(({ line }) => line)).trim();
  if (name === '') return null;
  return { key: own.map(({ ids }) => ids.get('group')).find((id) => id !== undefined) ?? name, name };
}

/** The strategies of a document that is put in order by something else than groups, such as goals. */
export class GroupTables {
  readonly #byKey = new Map<string, FormTable>();
  #last: FormTable | undefined;

  /**
   * Takes a table whose rows name their groups. A row without one belongs to the group of the row above; one that stands in
   * the document again, as at each of its goals, is taken once. False for a table whose rows name none.
   */
  take(rows: readonly DocxRow[]): boolean {
    const first = rows.find(({ group }) => group !== null)?.group;
    if (!first) return false;
    this.#last = this.#of(first);
    for (const { row, group } of rows) {
      if (group) this.#last = this.#of(group);
      const isRepeated = row.id !== '' && this.#last.rows.some(({ id }) => id === row.id);
      if (!isRepeated) this.#last.rows.push(row);
    }
    return true;
  }

  /** A table for each group, in the order in which they were named first. */
  tables(): FormTable[] {
    return [...this.#byKey.values()];
  }

  #of({ key, name }: NamedGroup): FormTable {
    const table = this.#byKey.get(key) ?? { title: name, rows: [] };
    this.#byKey.set(key, table);
    return table;
  }
}
