import { readSdgCode } from './sdg.ts';

/** Codes of goals and targets in their order, each once, and the entries in which none was found. */
export interface SdgCodes {
  codes: string[];
  unknown: string[];
}

const codeAtStart =
  /^(?:sdgs?|odd|ods|goal|target|objectif|cible|objetivo|meta)?\s*(\d{1,2}(?:\.(?:\d{1,2}|[a-d]))?)(?![\p{L}\d])/iu;

/**
 * Reads the codes off entries such as `16 - PEACE, JUSTICE AND STRONG INSTITUTIONS` and `16.a - …`. The words behind a
 * code are left aside: lists print different ones for the same code.
 */
export function readSdgCodes(entries: readonly string[]): SdgCodes {
  const codes = new Set<string>();
  const unknown: string[] = [];
  for (const entry of entries) {
    const code = readSdgCode(codeAtStart.exec(entry.trim())?.[1] ?? '');
    if (code !== null) codes.add(code);
    else if (entry.trim() !== '') unknown.push(entry);
  }
  return { codes: [...codes], unknown };
}
