import { expect, test } from 'vitest';
import type { ActionId, RiskId, RowId } from '../ids.ts';
import { groupCompleteness, rowCompleteness } from './completeness.ts';
import { helpFor, helpRules, isForStateOnly } from './help.ts';
import { progressOf } from './progress.ts';
import type { StrategyAction, StrategyRisk, StrategyRow } from './strategy.ts';

const done = 'Three reports of the working group, published each March';

const action = (part: Partial<StrategyAction> = {}): StrategyAction => ({
  id: 'a1' as ActionId,
  order: 'a',
  text: 'Train paralegals in six provinces',
  indicator: done,
  resources: '',
  partners: '',
  timeframe: { from: '2027-01', to: '2027-06', term: '' },
  contribution: false,
  ...part,
});

const risk = (part: Partial<StrategyRisk>): StrategyRisk => ({
  id: 'k1' as RiskId,
  order: 'a',
  risk: '',
  response: '',
  ...part,
});

const row = (actions: StrategyAction[], part: Partial<StrategyRow> = {}): StrategyRow => ({
  id: 'r1' as RowId,
  order: 'a',
  recommendation: null,
  cluster: null,
  mechanisms: '',
  sdgTargets: [],
  priority: false,
  actions,
  risks: [],
  ...part,
});

const rules = (one: StrategyRow, nextReview = '2029-11') => helpFor(one, { nextReview }).map(({ rule }) => rule);

test('ST63 a whole action asks nothing, and neither does an empty one', () => {
  expect(rules(row([action()]))).toEqual([]);
  expect(rules(row([action({ text: '', indicator: '' })], { risks: [risk({})] }))).toEqual([]);
});

test('ST63 an action without an indicator or a timeframe is asked for them', () => {
  expect(rules(row([action({ indicator: '' })]))).toEqual(['action-without-indicator']);
  const open = { from: '', to: '', term: '' } as const;
  expect(rules(row([action({ timeframe: open })]))).toEqual(['action-without-timeframe']);
  expect(rules(row([action({ timeframe: { ...open, term: 'short' } })]))).toEqual([]);
});

test('ST63 an indicator without a number is asked for one, and with one for its source; any script and several languages', () => {
  expect(rules(row([action({ indicator: 'Better known rights' })]))).toEqual(['indicator-without-number']);
  expect(rules(row([action({ indicator: '40 people know more' })]))).toEqual(['indicator-without-source']);
  for (const indicator of [
    '40 trained, attendance lists',
    'របាយការណ៍ចំនួន ៣',
    '٣ تقارير',
    'Quarante ateliers, deux rapports',
    'Half of the clinics answer the survey',
  ])
    expect(rules(row([action({ indicator })])), indicator).toEqual([]);
});

test('ST63 a timeframe past the next review is asked about, where the next review is known', () => {
  const late = action({ timeframe: { from: '2029-01', to: '2030-02', term: '' } });
  expect(rules(row([late]))).toEqual(['timeframe-past-review']);
  expect(rules(row([late]), '2030-02')).toEqual([]);
  expect(rules(row([late]), '')).toEqual([]);
  expect(rules(row([action({ timeframe: { from: '2031-01', to: '', term: '' } })]))).toEqual(['timeframe-past-review']);
});

test('ST63 a risk without a response is asked for one', () => {
  const risks = [risk({ risk: 'No permit', response: 'Meet online' }), risk({ risk: 'Threats', id: 'k2' as RiskId })];
  expect(helpFor(row([], { risks }), { nextReview: '' })).toEqual([
    { rule: 'risk-without-response', row: 'r1', part: 'k2', place: 2, cell: 'response' },
  ]);
});

test('ST63 what only the State can do is asked about; what civil society does about it is not', () => {
  const duties = [
    'Ratify the Optional Protocol',
    '1. Adopt a comprehensive law against discrimination',
    'Repeal article 12 of the press act',
    '– Abolish the death penalty',
    'The Government should release all detainees',
    'Withdraw the reservations to the Convention',
    'Establish an independent national human rights institution',
    'Collect cases.\nAmend the penal code',
    'Ratifier la Convention sur les migrants',
    'التصديق على البروتوكول الاختياري',
    'ផ្តល់សច្ចាប័នលើអនុសញ្ញា',
  ];
  const own = [
    'Campaign for the ratification of the Optional Protocol',
    'Advocate to adopt a law against discrimination',
    'Draft comments on the bill and meet members of parliament',
    'Monitor trials of detainees',
    'Adopt a joint position on the draft law',
    'Train judges and police officers',
    'Submit an alternative report to the committee',
    'Establish a network of paralegals',
    'Meet the ministry about the law every quarter',
    'Review our internal code of conduct',
    'Pass on cases to lawyers',
  ];
  expect(duties.filter((text) => !isForStateOnly(text))).toEqual([]);
  expect(own.filter(isForStateOnly)).toEqual([]);
  expect(rules(row([action({ text: duties[0]! })]))).toEqual(['state-only-action']);
});

test('ST63 every rule has been seen to ask', () => {
  const asked = new Set(
    [
      row([action({ text: 'Ratify it', indicator: '', timeframe: { from: '', to: '', term: '' } })]),
      row([action({ indicator: 'x' }), action({ indicator: '4' })], { risks: [risk({ risk: 'x' })] }),
      row([action({ timeframe: { from: '', to: '2040-01', term: '' }, resources: `${done}\n${done}` })]),
    ].flatMap((one) => rules(one)),
  );
  expect([...asked].sort()).toEqual([...helpRules].sort());
});

test('ST63 no text makes the help slow', () => {
  const before = Date.now();
  for (const piece of ['a word and another one that ends ', 'adopt a ', 'the government ', 'a. ', 'ratify '])
    helpFor(row([action({ text: piece.repeat(5000), indicator: piece.repeat(5000) })]), { nextReview: '' });
  expect(Date.now() - before).toBeLessThan(5000);
});

test('TA101 words that stand twice, one behind the other, are asked about, in any cell of an action or risk; few words are not', () => {
  const [start, end] = ['Teach the clerks of the court', 'how to read a complaint aloud'];
  const twice = [`${start} ${end}\n${end}`, `${start}\n${end}\n${end}`, `${start} ${end}${end}`, `${end} ${end}`];
  for (const partners of twice) expect(rules(row([action({ partners })])), partners).toEqual(['said-twice']);
  const khmer = 'បណ្តុះបណ្តាលមេធាវីក្នុងខេត្តទាំងប្រាំមួយ';
  const risks = [risk({ risk: 'x', response: `${khmer}\n${khmer}` })];
  expect(helpFor(row([], { risks }), { nextReview: '' })).toMatchObject([{ rule: 'said-twice', cell: 'response' }]);
  const once = ['Yes\nYes', `${start}\n${end}\n${start}`, `${end} and\n${end}`, `${start} ${end}`, 'a b a b a b a b'];
  for (const partners of once) expect(rules(row([action({ partners })])), partners).toEqual([]);
});

test('ST64 a row counts an indicator and a timeframe for each action with words; a row without any is at its beginning', () => {
  expect(rowCompleteness(row([]))).toEqual({ done: 0, wanted: 2 });
  expect(rowCompleteness(row([action(), action({ indicator: '' }), action({ text: '' })]))).toEqual({
    done: 3,
    wanted: 4,
  });
});

test('ST64 a group is ready exactly when all its steps are made; more priorities than wanted are no more steps', () => {
  const given = row([action({ contribution: true })], { priority: true });
  expect(groupCompleteness([])).toEqual({ done: 0, wanted: 4 });
  expect(groupCompleteness([given])).toEqual({ done: 4, wanted: 6 });
  expect(groupCompleteness([given, given, given])).toEqual({ done: 10, wanted: 10 });
  expect(progressOf([given, given, given])).toMatchObject({ ready: true, steps: { done: 10, wanted: 10 } });
  expect(progressOf([given, row([action({ contribution: true, indicator: '' })], { priority: true })]).ready).toBe(
    false,
  );
});
