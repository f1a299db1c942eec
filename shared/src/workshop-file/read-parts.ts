import type * as Y from 'yjs';
import { type ActionId, type CharterItemId, isId, newId, type RiskId, type RowId } from '../ids.ts';
import { readAgenda } from '../model/agenda.ts';
import { type DrawnSource, itemFragment, readItems, charterPart as wordsAt } from '../model/charter.ts';
import { readClusters } from '../model/clusters.ts';
import { type Block, readBlocks } from '../model/rich-text.ts';
import {
  type CellAddress,
  cellFragment,
  readStrategy,
  type StrategyAction,
  type StrategyRisk,
  type StrategyRow,
} from '../model/strategy.ts';
import { goalOf } from '../upr/sdg.ts';
import type { ActionPart, CharterPart, RiskPart, RowPart, StepPart, StrategyPart } from './parts.ts';

/** Documents as plain values with the forms of their words. Whatever a document holds, reading never throws. */

/** A group's strategy. */
export function readStrategyPart(doc: Y.Doc): StrategyPart {
  return {
    clusters: readClusters(doc).map(({ id, name }) => ({ id: known(id), name })),
    rows: readStrategy(doc).map((row) => readRowPart(doc, row)),
  };
}

/** The charter's words. */
export function readCharterPart(doc: Y.Doc): CharterPart {
  return {
    preamble: tidied(readBlocks(wordsAt(doc, 'preamble'))),
    items: readItems(doc).map(({ id, sources }) => ({
      id: known(id),
      sources: sources.filter(isKnown),
      text: itemWords(doc, id),
    })),
    closing: tidied(readBlocks(wordsAt(doc, 'closing'))),
  };
}

/** The steps of the agenda, in their order. */
export function readSteps(doc: Y.Doc): StepPart[] {
  return readAgenda(doc).map(({ order: _, id, ...step }) => ({ id: known(id), ...step }));
}

function itemWords(doc: Y.Doc, id: CharterItemId): Block[] {
  const fragment = itemFragment(doc, id);
  return fragment ? tidied(readBlocks(fragment)) : [];
}

function readRowPart(doc: Y.Doc, row: StrategyRow): RowPart {
  const { id, recommendation, cluster, priority, seenPosition } = row;
  return {
    id: known(id),
    recommendation: isId(recommendation) ? recommendation : null,
    cluster: isId(cluster) ? cluster : null,
    priority,
    ...(seenPosition && { seenPosition }),
    mechanisms: wordsOf(doc, { row: id, cell: 'mechanisms' }),
    sdgTargets: row.sdgTargets.filter((code) => goalOf(code) !== null),
    actions: row.actions.map((action) => readActionPart(doc, id, action)),
    risks: row.risks.map((risk) => readRiskPart(doc, id, risk)),
  };
}

function readActionPart(doc: Y.Doc, row: RowId, { id, timeframe, contribution }: StrategyAction): ActionPart {
  const words = (action: ActionId, cell: 'text' | 'indicator' | 'resources' | 'partners') =>
    wordsOf(doc, { row, action, cell });
  return {
    id: known(id),
    text: words(id, 'text'),
    indicator: words(id, 'indicator'),
    resources: words(id, 'resources'),
    partners: words(id, 'partners'),
    timeframe,
    contribution,
  };
}

function readRiskPart(doc: Y.Doc, row: RowId, { id }: StrategyRisk): RiskPart {
  const words = (risk: RiskId, cell: 'risk' | 'response') => wordsOf(doc, { row, risk, cell });
  return { id: known(id), risk: words(id, 'risk'), response: words(id, 'response') };
}

function wordsOf(doc: Y.Doc, address: CellAddress): Block[] {
  const fragment = cellFragment(doc, address);
  return fragment ? tidied(readBlocks(fragment)) : [];
}

/** Without the empty paragraph that the editor leaves in a cell that was opened once: an empty cell is empty. */
function tidied(blocks: Block[]): Block[] {
  const isEmpty = blocks.every((block) => block.kind === 'paragraph' && block.spans.length === 0);
  return isEmpty ? [] : blocks;
}

/** Documents may hold an id of a foreign form, which no file may: it gets one of ours. */
function known<Id extends Parameters<typeof isId>[0] & ReturnType<typeof newId>>(id: Id): Id {
  return isId<Id>(id) ? id : newId<Id>();
}

function isKnown({ groupId, rowId, actionId }: DrawnSource): boolean {
  return isId(groupId) && isId(rowId) && isId(actionId);
}
