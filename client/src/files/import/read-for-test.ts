import type { Found, FoundProblem } from '@board/shared/upr/found';
import type { ReadingChoices } from './choices.ts';
import { readInput } from './readers.ts';

/** What tests say with one word. */

export async function readBytes(bytes: Uint8Array | Promise<Uint8Array>, choices: ReadingChoices = {}): Promise<Found> {
  const found = await readInput({ bytes: await bytes }, choices);
  if (!found.ok) throw new Error(found.problem);
  return found.value;
}

export async function problemOf(bytes: Uint8Array | Promise<Uint8Array>): Promise<FoundProblem | null> {
  const found = await readInput({ bytes: await bytes });
  return found.ok ? null : found.problem;
}

export function bytesOf(words: string): Uint8Array {
  return new TextEncoder().encode(words);
}

/** Number, words, States, position, themes and goals of each recommendation. */
export function plainly(found: Found): unknown[] {
  return found.recommendations.map((one) => [
    one.number,
    one.text,
    one.states.map((state) => state.code),
    one.position,
    one.themes,
    one.sdgs ?? [],
  ]);
}
