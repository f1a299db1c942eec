import { changeBetween } from '@board/shared/model/plain-edit';
import { paragraphsOf, plainOfChild } from '@board/shared/model/plain-paragraphs';
import * as Y from 'yjs';
import { type Step, stepsOf } from './text-steps.ts';

/** A part of a cell's plain text: a shared text, a line break, or the beginning of a paragraph that is not the first. */
interface Piece {
  of: unknown;
  text: string;
}

/** A cell's plain text in pieces, each of which is known again after a change. */
export type Pieces = readonly Piece[];

/** Takes a cell apart. */
export function piecesOf(fragment: Y.XmlFragment): Pieces {
  return paragraphsOf(fragment).flatMap(({ element }, index) => [
    { of: element, text: index === 0 ? '' : '\n' },
    ...element.toArray().map((child) => ({ of: child, text: plainOfChild(child) })),
  ]);
}

/** The plain text of the pieces, as from `plainOf`. */
export function textOfPieces(pieces: Pieces): string {
  return pieces.map(({ text }) => text).join('');
}

/**
 * How a cell's plain text has changed, by what Yjs tells of the change: exact where comparing the texts would have to
 * guess. To be asked while the events are being told.
 */
export function stepsBetween(
  before: Pieces,
  after: Pieces,
  events: readonly Y.YEvent<Y.AbstractType<unknown>>[],
): Step[] {
  const now = new Map(after.map((piece) => [piece.of, piece]));
  const known = new Set(before.map(({ of }) => of));
  const told = new Map(events.map((event) => [event.target as unknown, event]));
  const steps: Step[] = [];
  let next = 0;
  const addNew = (): void => {
    for (let piece = after[next]; piece && !known.has(piece.of); piece = after[++next])
      steps.push({ kind: 'add', length: piece.text.length });
  };
  for (const piece of before) {
    addNew();
    const stayed = now.get(piece.of);
    if (!stayed) {
      steps.push({ kind: 'drop', length: piece.text.length });
      continue;
    }
    steps.push(...stepsWithin(piece.text, stayed.text, told.get(piece.of)));
    next += 1;
  }
  addNew();
  return steps;
}

/** The same for one piece, all of its signs named. */
function stepsWithin(before: string, after: string, event: Y.YEvent<Y.AbstractType<unknown>> | undefined): Step[] {
  if (before === after) return [{ kind: 'keep', length: before.length }];
  const told = event instanceof Y.YTextEvent ? event.delta.map(stepOf) : [];
  const whole = withRest(told, before.length);
  // What is no text in a shared text counts for Yjs and not for us: then the texts are compared after all.
  return isFor(whole, before.length, after.length)
    ? whole
    : withRest(stepsOf(changeBetween(before, after)), before.length);
}

function stepOf(one: Y.YTextEvent['delta'][number]): Step {
  if (one.delete !== undefined) return { kind: 'drop', length: one.delete };
  if (one.retain !== undefined) return { kind: 'keep', length: one.retain };
  return { kind: 'add', length: typeof one.insert === 'string' ? one.insert.length : 0 };
}

function withRest(steps: readonly Step[], before: number): Step[] {
  const named = lengthOf(steps, 'keep') + lengthOf(steps, 'drop');
  return [...steps, { kind: 'keep', length: Math.max(0, before - named) }];
}

function isFor(steps: readonly Step[], before: number, after: number): boolean {
  const kept = lengthOf(steps, 'keep');
  return kept + lengthOf(steps, 'drop') === before && kept + lengthOf(steps, 'add') === after;
}

function lengthOf(steps: readonly Step[], kind: Step['kind']): number {
  return steps.reduce((sum, step) => sum + (step.kind === kind ? step.length : 0), 0);
}
