import { type PositionOfState, readPositionWord } from './positions.ts';
import type { Block } from './report-blocks.ts';
import { endsClosed } from './report-brackets.ts';
import { isOfTable } from './report-matrix.ts';

/** Share of the entries below which a position has to stand for each to be its own. */
const most = 0.6;
const numbering = /^(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)] ?(?=\p{L})/iu;
const subject =
  /(?<![\p{L}\p{M}])(?:the |les |las )?(?:recomm[ae]ndations?|recomendaci(?:ón|ones)|(?:ال)?توصيات)(?![\p{L}\p{M}])|អនុសាសន៍/iu;
/** The article of an adjective in Arabic, and "which have been" in Khmer. */
const joined = /^(?:ال|ដែល)(?=[\p{L}\p{M}])/u;
const countBehind = /[\s(]*\d{0,3}\)?[\s:៖]*$/u;
/** These may lead in something else. */
const notAhead = /^(?:note|examined|consider)$/i;

/** The position that a line names as a heading does, and nothing else: "Supported", "II. Noted recommendations (8):". */
export function headingPosition(line: string): PositionOfState | null {
  if (line.length > 80) return null;
  const words = line.replace(numbering, '').replace(countBehind, '').replace(subject, ' ').trim().replace(joined, '');
  const isLower = /^\p{Ll}/u.test(words) && !subject.test(line);
  return isLower || notAhead.test(words) ? null : readPositionWord(words);
}

interface Place {
  block: number;
  at: number;
}

/**
 * Positions that stand alone on lines and are headings of what follows: where no entry has a position of its own otherwise,
 * the first stands before the first entry, and none behind the last. Where neither this is so nor most entries have one
 * below them, it is open what they belong to: they become headings that say nothing, and are asked about.
 */
export function withHeadings(blocks: readonly Block[]): readonly Block[] {
  const entries = blocks.flatMap(({ kind }, at) => (kind === 'recommendation' ? [at] : []));
  const [first] = entries;
  if (first === undefined || blocks.some(({ lines }) => lines.some(({ text }) => isOfTable(text)))) return blocks;
  const places = blocks.flatMap((block, at) => placesIn(block, at, blocks[at + 1]));
  if (places.length === 0) return blocks;
  const isAhead = places[0]!.block < first;
  const isBehind = places.some(({ block, at }) => block >= entries.at(-1)! && at === blocks[block]!.lines.length - 1);
  const within = new Set(places.map(({ block }) => block));
  const answered = entries.filter((entry) => within.has(entry)).length;
  if (!isAhead && answered >= entries.length * most) return blocks;
  const hasRivals = places.some(
    ({ block, at }, index) => places[index + 1]?.block === block && places[index + 1]!.at === at + 1,
  );
  const isSure = isAhead && !isBehind && !hasRivals;
  const inBlock = Map.groupBy(places, ({ block }) => block);
  const placesOf = (at: number) => inBlock.get(at)?.map((place) => place.at) ?? [];
  return blocks.flatMap((block, at) => splitAt(block, placesOf(at), isSure));
}

/** Lines of a block that name a position alone, behind what has ended or right before the next entry. */
function placesIn({ kind, lines }: Block, block: number, next: Block | undefined): Place[] {
  if (kind === 'lead-in' || kind === 'stop') return [];
  let isClosed = kind !== 'recommendation';
  return lines.flatMap(({ text }, at) => {
    const isLast = at === lines.length - 1 && next?.kind === 'recommendation';
    if ((at > 0 || kind === 'other') && (isClosed || isLast) && headingPosition(text) !== null) return [{ block, at }];
    isClosed ||= endsClosed(text);
    return [];
  });
}

/** The block in its parts: what stands ahead of the first heading stays what it is, and each heading is a lead-in. */
function splitAt(block: Block, places: readonly number[], isSure: boolean): Block[] {
  if (places.length === 0) return [block];
  const headings = new Set(places.map((at) => block.lines[at]!.text.slice(0, 40)));
  const doubtful = block.doubtful.filter((one) => !headings.has(one));
  const parts: Block[] = places[0] === 0 ? [] : [{ ...block, lines: block.lines.slice(0, places[0]), doubtful }];
  places.forEach((at, index) => {
    const headed = block.lines[at]!;
    const heading = isSure ? headingPosition(headed.text) : null;
    parts.push({ ...bare, kind: 'lead-in', line: headed.number, lines: [headed], heading });
    const lines = block.lines.slice(at + 1, places[index + 1]);
    if (lines.length > 0) parts.push({ ...bare, kind: 'other', line: lines[0]!.number, lines });
  });
  return parts;
}

const bare = { number: '', printed: null, doubtful: [], done: true, isCycleOne: false };
