import type { ActionId, RiskId, RowId } from '../ids.ts';
import { hasTimeframe } from './completeness.ts';
import { countForm, ownWorkForm, sourceForm, stateDutyForms } from './help-lexicon.ts';
import { saysTwice } from './said-twice.ts';
import {
  type ActionCell,
  actionCells,
  type RiskCell,
  riskCells,
  type StrategyAction,
  type StrategyRisk,
  type StrategyRow,
} from './strategy.ts';

/** The questions that the quiet help asks. They never block, and each can be put aside. */
export const helpRules = [
  'action-without-indicator',
  'action-without-timeframe',
  'indicator-without-number',
  'indicator-without-source',
  'timeframe-past-review',
  'risk-without-response',
  'state-only-action',
  'said-twice',
] as const;
export type HelpRule = (typeof helpRules)[number];

/** One question about one place of a row. */
export interface HelpFinding {
  rule: HelpRule;
  row: RowId;
  part: ActionId | RiskId;
  /** Which action or risk of the row it is, counted from 1. */
  place: number;
  /** The cell that it is about, under the name that the table has for it. */
  cell: ActionCell | RiskCell | 'timeframe';
}

/** What the rules need to know besides the row. `nextReview` is a month or ''. */
export interface HelpFacts {
  nextReview: string;
}

/** The questions about one row, action by action and then risk by risk. Pure; an action or risk without words asks nothing. */
export function helpFor(row: StrategyRow, facts: HelpFacts): HelpFinding[] {
  const findings: HelpFinding[] = [];
  const add = (part: ActionId | RiskId, place: number, cell: HelpFinding['cell'], rule: HelpRule | false): void => {
    if (rule) findings.push({ rule, row: row.id, part, place: place + 1, cell });
  };
  row.actions.forEach((action, place) => {
    if (action.text === '') return;
    add(action.id, place, 'text', isForStateOnly(action.text) && 'state-only-action');
    add(action.id, place, 'indicator', lacksOfIndicator(action));
    add(action.id, place, 'timeframe', lacksOfTimeframe(action, facts));
    for (const cell of actionCells) add(action.id, place, cell, saysTwice(action[cell]) && 'said-twice');
  });
  row.risks.forEach((risk, place) => {
    add(risk.id, place, 'response', lacksOfRisk(risk));
    for (const cell of riskCells) add(risk.id, place, cell, saysTwice(risk[cell]) && 'said-twice');
  });
  return findings;
}

/** Whether a text reads like a duty of the State: `Ratify the Convention`. A guess by how sentences begin, to be put as a question. */
export function isForStateOnly(text: string): boolean {
  return text.split(/[.;\n]/).some((sentence) => {
    const words = sentence.replace(/^[\s\p{Pd}•*\p{Nd}()]+/u, '').trim();
    return !ownWorkForm.test(words) && stateDutyForms.some((form) => form.test(words));
  });
}

/** One question at a time: who has no number yet is not asked for its source too. */
function lacksOfIndicator({ indicator }: StrategyAction): HelpRule | false {
  if (indicator === '') return 'action-without-indicator';
  if (!countForm.test(indicator)) return 'indicator-without-number';
  return !sourceForm.test(indicator) && 'indicator-without-source';
}

function lacksOfTimeframe(action: StrategyAction, { nextReview }: HelpFacts): HelpRule | false {
  if (!hasTimeframe(action)) return 'action-without-timeframe';
  const last = action.timeframe.to || action.timeframe.from;
  return nextReview !== '' && last > nextReview && 'timeframe-past-review';
}

function lacksOfRisk({ risk, response }: StrategyRisk): HelpRule | false {
  return risk !== '' && response === '' && 'risk-without-response';
}
