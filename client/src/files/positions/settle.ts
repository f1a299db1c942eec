import type { RecommendationId } from '@board/shared/ids';
import type { Recommendation } from '@board/shared/model/catalogue';
import type { CatalogueChange } from '@board/shared/model/catalogue-changes';
import { numberKey } from '@board/shared/upr/number-key';
import type { PositionOfState } from '@board/shared/upr/positions';
import type { AllStatement, PositionsFound } from './positions-found.ts';
import { isPartOf, type Misprint, type Reference } from './references.ts';
import type { Stance } from './stance.ts';

/** One thing that the reply says of a recommendation. */
export interface Said {
  stance: Stance | null;
  line: number;
  words: string;
  by: 'sentence' | 'heading' | 'all' | 'none';
}

/** A recommendation whose position the reply would set, or that has to be asked about. */
export interface Settled {
  id: RecommendationId;
  number: string;
  before: PositionOfState;
  /** Null: the reply does not say it clearly. */
  after: PositionOfState | null;
  /** Why it has to be asked about: said in two ways, said in part, or only named. */
  question: 'contradiction' | 'partly' | 'unclear' | null;
  /** A facilitator has set the present position by hand. */
  isByHand: boolean;
  said: Said[];
}

/** Something that was printed otherwise than it is read. */
export interface MisprintFound {
  key: string;
  kind: Misprint;
  printed: string;
  line: number;
  /** How it is read; empty when there is no one way to read it. */
  numbers: string[];
}

/** A number of the reply that the catalogue does not have. */
export interface UnknownNumber {
  number: string;
  line: number;
  words: string;
}

/** A reply compared with the catalogue. */
export interface SettledReply {
  /** Each with a new position or a question, by number. */
  settled: Settled[];
  /** How many have this position already. */
  same: number;
  misprints: MisprintFound[];
  unknown: UnknownNumber[];
  /** In the catalogue, and not named. */
  unnamed: Recommendation[];
}

/** What somebody has decided: by a misprint's key whether it is read as proposed, by a recommendation's id its position, null to leave it. */
export interface Answers {
  misprints: ReadonlyMap<string, boolean>;
  positions: ReadonlyMap<RecommendationId, PositionOfState | null>;
}

/** Compares what a reply says with the catalogue. Pure: asked again after each answer. */
export function settle(
  found: PositionsFound,
  catalogue: readonly Recommendation[],
  misprints: Answers['misprints'],
): SettledReply {
  const byKey = new Map<string, Recommendation>();
  for (const one of catalogue) if (!byKey.has(numberKey(one.number))) byKey.set(numberKey(one.number), one);
  const said = new Map<string, Said[]>();
  const numbersLeftOut = rememberedNumbers();
  const reply: SettledReply = { settled: [], same: 0, misprints: [], unknown: [], unnamed: [] };
  for (const { references, lines, stance: clear, by, except, words } of found.statements) {
    const leftOut = numbersLeftOut(except);
    // An exception that cannot be read may be any of them.
    const stance = leftOut.has('') ? null : clear;
    references.forEach((reference, index) => {
      const line = lines[index] ?? 1;
      const numbers = numbersOf(reference);
      const key = `${reference.at}`;
      if (reference.misprint)
        reply.misprints.push({ key, kind: reference.misprint, printed: reference.printed, line, numbers });
      if (reference.misprint && !(misprints.get(key) ?? numbers.length > 0)) return;
      const isList = references.length > 1 || numbers.length > 1;
      if (by === 'none' && !isList) return;
      const others = (reference.mayBe ?? []).filter((number) => byKey.has(number));
      for (const number of [...numbers, ...others]) {
        if (leftOut.has(number)) continue;
        const own = { stance: others.length > 0 ? null : stance, line, words, by };
        const known = said.get(number);
        if (known) known.push(own);
        else said.set(number, [own]);
      }
    });
  }
  for (const [number, all] of said)
    if (!byKey.has(number)) reply.unknown.push({ number, line: all[0]!.line, words: all[0]!.words });
  for (const one of catalogue) {
    const key = numberKey(one.number);
    if (byKey.get(key) !== one) continue;
    const own = said.get(key) ?? [];
    const general =
      own.length > 0
        ? []
        : found.all.filter((all) => isMeant(all, one, key, numbersLeftOut(all.except))).map(saidOfAll);
    settleOne(reply, one, [...own, ...general]);
  }
  return reply;
}

/** What is written after the answers. */
export function changesOf({ settled }: SettledReply, positions: Answers['positions']): CatalogueChange[] {
  return settled.flatMap(({ id, before, after, isByHand }) => {
    const answer = positions.get(id);
    const position = answer === undefined ? (isByHand ? null : after) : answer;
    if (position === null || position === before) return [];
    // Who decides what the reply leaves open has written it by hand.
    return [{ id, field: 'position' as const, value: position, byHand: position !== after }];
  });
}

function settleOne(reply: SettledReply, one: Recommendation, all: readonly Said[]): void {
  const clear = all.filter(({ stance }) => stance !== null);
  const strongest = clear.some(({ by }) => by === 'sentence') ? clear.filter(({ by }) => by === 'sentence') : clear;
  const stances = new Set(strongest.map(({ stance }) => stance));
  if (all.length === 0) {
    reply.unnamed.push(one);
    return;
  }
  const only = stances.size === 1 ? [...stances][0]! : null;
  const after = only === 'partly' ? null : only;
  if (after === one.position) {
    reply.same += 1;
    return;
  }
  const question =
    stances.size > 1 ? 'contradiction' : only === 'partly' ? 'partly' : after === null ? 'unclear' : null;
  const { id, number, position: before } = one;
  // “Pending” by hand says that there is no answer yet, and this is the answer.
  const isByHand = before !== 'pending' && (one.byHand?.includes('position') ?? false);
  reply.settled.push({
    id,
    number,
    before,
    after,
    question,
    isByHand,
    said: strongest.length > 0 ? strongest : [...all],
  });
}

function isMeant(all: AllStatement, one: Recommendation, key: string, leftOut: ReadonlySet<string>): boolean {
  const isInSection = all.section === '' || key.startsWith(`${all.section}.`);
  const isExcepted = leftOut.has(key) || leftOut.has('');
  return isInSection && !isExcepted && (all.which === 'all' || one.position === 'pending');
}

function saidOfAll({ stance, line, words }: AllStatement): Said {
  return { stance, line, words, by: 'all' };
}

/** The numbers of exceptions, '' for one that cannot be read. All lists of a sentence share theirs, so that they are counted once. */
function rememberedNumbers(): (except: readonly Reference[]) => ReadonlySet<string> {
  const known = new Map<readonly Reference[], ReadonlySet<string>>();
  return (except) => {
    const numbers =
      known.get(except) ??
      new Set(
        except.flatMap((one) => {
          const own = numbersMeant(one);
          return own.length > 0 ? own : [''];
        }),
      );
    known.set(except, numbers);
    return numbers;
  };
}

/** All numbers that an exception may mean: one with an open zero any that its figures are a part of. */
function numbersMeant(one: Reference): string[] {
  if (!one.hasOpenZero || one.from !== one.to) return numbersOf(one);
  const all = Array.from({ length: 999 }, (_, index) => index + 1);
  const possible = all.filter((item) => isPartOf(String(one.from), String(item)));
  return possible.map((item) => `${one.section}.${item}${one.letter}`);
}

/** All numbers of a reference; none where it cannot be read in one way. */
function numbersOf({ section, from, to, letter, misprint, hasOpenZero }: Reference): string[] {
  if (hasOpenZero || misprint === 'range' || (misprint !== null && from > 999)) return [];
  return Array.from({ length: to - from + 1 }, (_, index) => `${section}.${from + index}${letter}`);
}
