import type { Finding, Flag, Found, FoundFormat, FoundRecommendation } from './found.ts';
import { type PositionOfState, readLeadInPosition } from './positions.ts';
import { type Block, cutBlocks, sectionOf } from './report-blocks.ts';
import { type Furniture, type Line, splitLines, takeOutFurniture } from './report-lines.ts';
import { sortLines } from './report-matrix.ts';
import { checkSequence } from './report-sequence.ts';
import { readText } from './report-text.ts';

/** What the walk through the blocks has gathered so far. */
interface Walk {
  recommendations: FoundRecommendation[];
  findings: Finding[];
  /** The last lead-in; its number is '' when it had none. */
  lead: { number: string; position: PositionOfState | null } | null;
  leadIns: number;
  isMatrix: boolean;
  isCycleOne: boolean;
}

/**
 * Reads the pasted text of a Working Group report, or of a list that looks like one. Never throws, on any text; takes
 * time in proportion to its length. Every line ends up in a recommendation or in a finding. Positions are those of the
 * report: what the State answered later is not in it.
 */
export function readReport(input: string): Found {
  const { kept, furniture } = takeOutFurniture(splitLines(input));
  const walk: Walk = { recommendations: [], findings: [], lead: null, leadIns: 0, isMatrix: false, isCycleOne: false };
  const blocks = cutBlocks(kept);
  for (const block of blocks) {
    if (block.kind === 'recommendation') takeRecommendation(walk, block, furniture.symbol);
    else takeParagraph(walk, block);
  }
  const findings = [
    ...furnitureFinding(furniture),
    ...walk.findings,
    ...checkSequence(walk.recommendations),
    ...doubts(walk),
  ];
  return { format: formatOf(walk), recommendations: walk.recommendations, findings, table: null };
}

function takeRecommendation(walk: Walk, block: Block, symbol: string): void {
  const sorted = sortLines(block.lines);
  const read = readText(sorted.text);
  const isUnderLead = walk.lead !== null && (walk.lead.number === '' || walk.lead.number === sectionOf(block.number));
  const position = sorted.position ?? (isUnderLead ? walk.lead!.position : null);
  const flags: Flag[] = [...read.flags, ...block.doubtful.map((detail): Flag => ({ kind: 'number-in-text', detail }))];
  if (position === null && walk.leadIns > 0) flags.push({ kind: 'position-unknown', detail: '' });
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

function takeParagraph(walk: Walk, block: Block): void {
  const words = block.lines.map((line) => line.text).join(' ');
  if (block.kind === 'lead-in') {
    const position = readLeadInPosition(words);
    walk.lead = { number: block.number, position };
    walk.leadIns += 1;
    walk.findings.push({ kind: 'lead-in', line: block.line, number: block.number, words: cut(words), position });
    return;
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
