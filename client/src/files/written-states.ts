import { resolveState, stateCodes } from '@board/shared/upr/states';

/** The names in a field in which somebody writes States, parted by semicolons. */
export function namesWritten(text: string): string[] {
  const names = text.split(';').map((name) => name.trim());
  return names.filter((name) => name !== '');
}

/** The code of the State that the page shows under a name, or that has it in English; null for what is none. `nameOf` gives the page's names. */
export function codeOfName(name: string, nameOf: (code: string) => string): string | null {
  return stateCodes.find((code) => nameOf(code) === name) ?? resolveState(name);
}
