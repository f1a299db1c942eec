import type { Finding, Flag, Found, FoundFormat, FoundRecommendation } from './found.ts';
import { meaningOf, type PositionOfState, type PositionWords, readLeadInPosition } from './positions.ts';
import { type Block, cutBlocks, sectionOf } from './report-blocks.ts';
import { withHeadings } from './report-headings.ts';
import { type Furniture, type Line, splitLines, takeOutFurniture } from './report-lines.ts';
import { sortLines } from './report-matrix.ts';
import { unknownLeadIn } from './report-paragraphs.ts';
import { checkSequence } from './report-sequence.ts';
import { readText } from './report-text.ts';

/** What the walk through the blocks has gathered so far. */
interface Walk {
  recommendations: FoundRecommendation[];
  findings: Finding[];
  /** The last lead-in; its number is '' when it had none. */
  lead: { number: string; position: PositionOfState | null; words: string } | null;
  leadIns: number;
  /** What somebody says that lead-ins mean whose words are not known. */
  positions: PositionWords;
  isMatrix: boolean;
  isCycleOne: boolean;
}

/**
 * Reads the pasted text of a Working Group report, or of a list that looks like one. Never throws, on any text; takes
 * time in proportion to its length. Every line ends up in a recommendation or in a finding. Positions are those of the
 * report: what the State answered later is not in it. `positions` is what somebody says that unknown lead-ins mean.
 */
export function readReport(input: string, positions: PositionWords = {}): Found {
  const { kept, furniture } = takeOutFurniture(splitLines(input));
  const walk: Walk = {
    recommendations: [],
    findings: [],
    lead: null,
    leadIns: 0,
    positions,
    isMatrix: false,
    isCycleOne: false,
  };
  const blocks = withHeadings(cutBlocks(kept));
  blocks.forEach((block, index) => {
    if (block.kind === 'recommendation') takeRecommendation(walk, block, furniture.symbol);
    else takeParagraph(walk, block, blocks[index + 1]);
  });
  const findings = [
    ...furnitureFinding(furniture),
    ...walk.findings,
    ...checkSequence(walk.recommendations),
    ...doubts(walk),
  ];
  const unknown = unknownLeads(walk.recommendations);
  return {
    format: formatOf(walk),
    recommendations: walk.recommendations,
    findings,
    table: null,
    ...(unknown.length > 0 && { unknownPositions: unknown }),
  };
}

/** Lead-ins whose words are not known, with how many recommendations stand under each. */
function unknownLeads(list: readonly FoundRecommendation[]): { value: string; count: number }[] {
  const words = list.flatMap(({ flags }) =>
    flags.flatMap(({ kind, detail }) => (kind === 'position-unknown' && detail !== '' ? [detail] : [])),
  );
  return [...Map.groupBy(words, (value) => value)].map(([value, same]) => ({ value, count: same.length }));
}

function takeRecommendation(walk: Walk, block: Block, symbol: string): void {
  const sorted = sortLines(block.lines);
  const read = readText(sorted.text);
  const isUnderLead = walk.lead !== null && (walk.lead.number === '' || walk.lead.number === sectionOf(block.number));
  const position = sorted.position ?? (isUnderLead ? walk.lead!.position : null);
  const flags: Flag[] = [...read.flags, ...block.doubtful.map((detail): Flag => ({ kind: 'number-in-text', detail }))];
  const { printed } = block;
  if (printed !== null) flags.push({ kind: 'number-rewritten', detail: printed, cure: printed });
  if (position === null && walk.leadIns > 0)
    flags.push({ kind: 'position-unknown', detail: isUnderLead ? walk.lead!.words : '' });
  walk.recommendations.push({
    number: block.number,
    text: read.text,
    states: read.states,
    position: position ?? 'pending',
    themes: sorted.themes,
    ...(sorted.sdgs.length > 0 && { sdgs: sorted.sdgs }),
    source: sorted.source || symbol,
    line: block.line,
    flags,
  });
  walk.isMatrix ||= sorted.position !== null && sorted.source !== '';
  walk.isCycleOne ||= block.isCycleOne;
  addLines(walk, 'unexplained', read.leftOut);
  addLines(walk, 'not-taken', sorted.heading ? [...sorted.notTaken, sorted.heading] : sorted.notTaken);
}

function takeParagraph(walk: Walk, block: Block, next: Block | undefined): void {
  const words = block.lines.map((line) => line.text).join(' ');
  if (block.kind === 'lead-in') {
    takeLeadIn(walk, block, words, block.line);
    return;
  }
  const sentence = block.kind === 'other' && next?.kind === 'recommendation' ? openLeadIn(block, next) : null;
  if (sentence !== null) {
    takeLeadIn(walk, block, sentence, block.lines.at(-1)?.number ?? block.line);
    if (sentence === words.trim()) return;
  }
  if (block.kind === 'stop') {
    walk.lead = null;
    const rest = block.lines.length;
    walk.findings.push({ kind: 'stopped', line: block.line, count: rest, words: cut(words) });
    return;
  }
  if (walk.recommendations.length === 0) addLines(walk, 'before', block.lines, block.line);
  else
    walk.findings.push({
      kind: 'unexplained',
      line: block.line,
      count: block.lines.length,
      words: cut(`${block.number} ${words}`.trim()),
    });
}

function takeLeadIn(walk: Walk, { number, heading }: Block, words: string, line: number): void {
  const read = heading === undefined ? readLeadInPosition(words) : heading;
  const position = read ?? meaningOf(cut(words), walk.positions);
  walk.lead = { number, position, words: position === null ? cut(words) : '' };
  walk.leadIns += 1;
  walk.findings.push({ kind: 'lead-in', line, number, words: cut(words), position });
}

/** A lead-in whose words are not known, right above the recommendations that it leads in. */
function openLeadIn({ number, lines }: Block, next: Block): string | null {
  const isTheirs = number !== '' && number === sectionOf(next.number);
  if (number !== '' && !isTheirs) return null;
  const texts = lines.slice(-12).map(({ text }) => text);
  // A heading above it has no full stop that would part it.
  return unknownLeadIn(texts.at(-1) ?? '', false) ?? unknownLeadIn(texts.join(' '), isTheirs);
}

/** Lines that stand together become one finding, so that a long preface is one line in the preview. */
function addLines(
  walk: Walk,
  kind: 'unexplained' | 'before' | 'not-taken',
  lines: readonly Line[],
  line = lines[0]?.number,
): void {
  if (line === undefined) return;
  const words = cut(
    lines
      .slice(0, 12)
      .map((one) => one.text)
      .join(' '),
  );
  const last = kind === 'unexplained' ? undefined : walk.findings.find((finding) => finding.kind === kind);
  if (last && 'count' in last) last.count += lines.length;
  else walk.findings.push({ kind, line, count: lines.length, words });
}

function furnitureFinding({ count, line, samples }: Furniture): Finding[] {
  return count === 0 ? [] : [{ kind: 'furniture', line, count, words: samples.join(' · ') }];
}

/** A list in which most have no State is perhaps a State's reply, or another document. */
function doubts({ recommendations }: Walk): Finding[] {
  const without = recommendations.filter((one) => one.states.length === 0);
  if (without.length * 2 <= recommendations.length || recommendations.length === 0) return [];
  return [{ kind: 'doubtful', line: without[0]!.line, count: without.length, words: '' }];
}

function formatOf(walk: Walk): FoundFormat {
  if (walk.isMatrix) return 'matrix';
  if (walk.isCycleOne) return 'report-cycle-1';
  return walk.leadIns > 0 ? 'report' : 'list';
}

function cut(words: string): string {
  return words.length > 300 ? `${words.slice(0, 299)}…` : words;
}
