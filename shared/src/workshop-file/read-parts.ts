import type * as Y from 'yjs';
import { type CharterItemId, isId, newId, type RowId } from '../ids.ts';
import { readAgenda } from '../model/agenda.ts';
import { type Recommendation, readCatalogue } from '../model/catalogue.ts';
import { charterPart, type DrawnSource, itemFragment, readItems } from '../model/charter.ts';
import { readClusters } from '../model/clusters.ts';
import { type ListFinder, listFinder } from '../model/merged-rows.ts';
import { type Block, readBlocks } from '../model/rich-text.ts';
import {
  type CellAddress,
  cellFragment,
  readStrategy,
  referenceCells,
  type StrategyAction,
  type StrategyRisk,
  type StrategyRow,
} from '../model/strategy.ts';
import { limits } from '../protocol/limits.ts';
import { goalOf } from '../upr/sdg.ts';
import {
  type ActionPart,
  type CharterPart,
  handForm,
  languageForm,
  listLimits,
  type RiskPart,
  type RowPart,
  type StepPart,
  type StrategyPart,
} from './parts.ts';

/** Documents as plain values with the forms of their words. Whatever a document holds, reading never throws. */

/** A group's strategy. */
export function readStrategyPart(doc: Y.Doc): StrategyPart {
  const find = listFinder(doc);
  const wordsAt: WordsAt = (address) => wordsOf(doc, address, find);
  return {
    clusters: readClusters(doc).map(({ id, name }) => ({ id: known(id), name })),
    rows: readStrategy(doc).map((row) => readRowPart(row, wordsAt)),
  };
}

/** The charter's words. */
export function readCharterPart(doc: Y.Doc): CharterPart {
  return {
    preamble: tidied(readBlocks(charterPart(doc, 'preamble'))),
    items: readItems(doc).map(({ id, sources, joined }) => ({
      id: known(id),
      sources: sources.filter(isKnown),
      text: (joined ?? [id]).flatMap((one) => itemWords(doc, one)),
    })),
    closing: tidied(readBlocks(charterPart(doc, 'closing'))),
  };
}

/** The catalogue, sorted by number. */
export function readRecommendations(doc: Y.Doc): Recommendation[] {
  return readCatalogue(doc)
    .slice(0, limits.recommendations)
    .map(({ id, text, wasText, states, themes, byHand, aliases, ...rest }) => ({
      id: known(id),
      ...rest,
      text: inLanguages(text) ?? {},
      ...(inLanguages(wasText) && { wasText: inLanguages(wasText) }),
      states: shortened(states),
      themes: shortened(themes),
      ...(byHand && { byHand: byHand.filter((field) => handForm.test(field)) }),
      ...(aliases && { aliases: aliases.filter((alias) => isId(alias)) }),
    }));
}

/** Texts whose language has the form of one; undefined when there are none. */
function inLanguages(texts: Readonly<Record<string, string>> = {}): Record<string, string> | undefined {
  const known = Object.entries(texts).filter(([language]) => languageForm.test(language));
  return known.length > 0 ? Object.fromEntries(known) : undefined;
}

function shortened(list: readonly string[]): string[] {
  return list.slice(0, listLimits.members).map((words) => words.slice(0, listLimits.characters));
}

/** The steps of the agenda, in their order. */
export function readSteps(doc: Y.Doc): StepPart[] {
  return readAgenda(doc).map(({ order: _, id, ...step }) => ({ id: known(id), ...step }));
}

function itemWords(doc: Y.Doc, id: CharterItemId): Block[] {
  const fragment = itemFragment(doc, id);
  return fragment ? tidied(readBlocks(fragment)) : [];
}

type WordsAt = (address: CellAddress) => Block[];

function readRowPart(row: StrategyRow, wordsAt: WordsAt): RowPart {
  const { id, recommendation, cluster, priority, seenPosition } = row;
  const seenText = inLanguages(row.seenText);
  return {
    id: known(id),
    recommendation: isId(recommendation) ? recommendation : null,
    cluster: isId(cluster) ? cluster : null,
    priority,
    ...(seenPosition && { seenPosition }),
    ...(seenText && { seenText }),
    mechanisms: referenceWords(row, wordsAt),
    sdgTargets: row.sdgTargets.filter((code) => goalOf(code) !== null),
    actions: row.actions.map((action) => readActionPart(id, action, wordsAt)),
    risks: row.risks.map((risk) => readRiskPart(id, risk, wordsAt)),
  };
}

/** Of rows that were put together, without the lines that stand in one before. */
function referenceWords(row: StrategyRow, wordsAt: WordsAt): Block[] {
  const lines = new Set<string>();
  return referenceCells(row).flatMap(({ address }) => {
    const blocks = wordsAt(address).map((block) => ({ block, line: JSON.stringify(block) }));
    const others = blocks.filter(({ block, line }) => !lines.has(line) || isEmptyLine(block));
    for (const { line } of blocks) lines.add(line);
    return others.map(({ block }) => block);
  });
}

function readActionPart(row: RowId, { id, timeframe, contribution }: StrategyAction, wordsAt: WordsAt): ActionPart {
  const words = (cell: 'text' | 'indicator' | 'resources' | 'partners') => wordsAt({ row, action: id, cell });
  return {
    id: known(id),
    text: words('text'),
    indicator: words('indicator'),
    resources: words('resources'),
    partners: words('partners'),
    timeframe,
    contribution,
  };
}

function readRiskPart(row: RowId, { id }: StrategyRisk, wordsAt: WordsAt): RiskPart {
  const words = (cell: 'risk' | 'response') => wordsAt({ row, risk: id, cell });
  return { id: known(id), risk: words('risk'), response: words('response') };
}

function wordsOf(doc: Y.Doc, address: CellAddress, find: ListFinder): Block[] {
  const fragment = cellFragment(doc, address, find);
  return fragment ? tidied(readBlocks(fragment)) : [];
}

/** Without the empty paragraph that the editor leaves in a cell that was opened once: an empty cell is empty. */
function tidied(blocks: Block[]): Block[] {
  return blocks.every(isEmptyLine) ? [] : blocks;
}

function isEmptyLine(block: Block): boolean {
  return block.kind === 'paragraph' && block.spans.length === 0;
}

/** Documents may hold an id of a foreign form, which no file may: it gets one of ours. */
function known<Id extends Parameters<typeof isId>[0] & ReturnType<typeof newId>>(id: Id): Id {
  return isId<Id>(id) ? id : newId<Id>();
}

function isKnown({ groupId, rowId, actionId }: DrawnSource): boolean {
  return isId(groupId) && isId(rowId) && isId(actionId);
}
