import { limits } from '@board/shared/protocol/limits';
import { fail, ok, type Result } from '@board/shared/result';
import type { Found, FoundProblem } from '@board/shared/upr/found';
import { readReport } from '@board/shared/upr/report';
import { type Only, readTable } from './csv.ts';
import { readRows } from './csv-rows.ts';
import { decode } from './decode.ts';
import type { Encoding, Separator } from './encodings.ts';

/** Somebody's list: bytes of a file, or text that was pasted. */
export type ListInput = { bytes: Uint8Array } | { text: string };

/** What a person has chosen instead of what was detected. */
export interface ReadingChoices {
  readonly encoding?: Encoding;
  readonly separator?: Separator;
  readonly only?: Only;
}

/** One kind of list. Another kind of file is another reader in the list below, and nothing else. */
interface Reader {
  name: string;
  /** The list read, or null when it is none of this reader's kind. */
  read(input: ListInput, choices: ReadingChoices): Result<Found, FoundProblem> | null;
}

const table: Reader = {
  name: 'table',
  read(input, choices) {
    const text = textOf(input, choices);
    if (!text.ok) return null;
    const rows = readRows(text.value.text, choices.separator ?? null);
    return rows && ok(readTable(rows, text.value.encoding, choices.only ?? {}));
  },
};

const report: Reader = {
  name: 'report',
  read(input, choices) {
    const text = textOf(input, choices);
    return text.ok ? ok(readReport(text.value.text)) : text;
  },
};

const readers: readonly Reader[] = [table, report];

/** Reads a list with the first reader that knows its kind. Never throws; nothing leaves the device. */
export function readInput(input: ListInput, choices: ReadingChoices = {}): Result<Found, FoundProblem> {
  try {
    if ('text' in input ? input.text.trim() === '' : input.bytes.length === 0) return fail('empty');
    for (const reader of readers) {
      const found = reader.read(input, choices);
      if (found === null) continue;
      if (!found.ok) return found;
      return found.value.recommendations.length === 0 ? fail('nothing-found') : ok(cutToLimit(found.value));
    }
    return fail('nothing-found');
  } catch {
    return fail('unreadable');
  }
}

/** A catalogue has an end. What is above it is said, so that somebody can choose a State or a session, or part the file. */
function cutToLimit(found: Found): Found {
  const rest = found.recommendations.slice(limits.recommendations);
  if (rest.length === 0) return found;
  const words = String(limits.recommendations);
  const findings: Found['findings'] = [
    { kind: 'too-many', line: rest[0]!.line, count: rest.length, words },
    ...found.findings,
  ];
  return { ...found, recommendations: found.recommendations.slice(0, limits.recommendations), findings };
}

/** A spreadsheet's or a page's bytes are no text, whatever encoding is asked for. */
function textOf(input: ListInput, choices: ReadingChoices): Result<{ text: string; encoding: string }, 'not-text'> {
  return 'text' in input ? ok({ text: input.text, encoding: '' }) : decode(input.bytes, choices.encoding ?? null);
}
