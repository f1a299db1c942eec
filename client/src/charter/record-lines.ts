import { positions, quorumNeeded, type Tally } from '@board/shared/consensus/rules';
import type { AdoptionRecord, VoteView } from '@board/shared/live-view';
import type { GroupTurnout, OrganisationCount } from '@board/shared/vote-parts';
import type { TFunction } from 'i18next';
import { nameAmong } from '../foreign-name.ts';
import type { Format } from '../format.ts';
import type { NamedLine } from '../vote/hand-lines.ts';
import type { ClosedVote } from '../vote/rounds.ts';
import { isNotByOrganisation } from '../vote/vote-facts.ts';

/** The namespaces that the record of an adoption takes its words from. */
export const recordNamespaces = ['charter', 'vote', 'hall'] as const;

/** Words and numbers of a language for the record, on the page and in files. */
export interface RecordWords {
  t: TFunction<typeof recordNamespaces>;
  format: Format;
}

/** Who was on the roll of the adoption, by group and by organisation: that of the adopting vote that was opened last. Nothing in records of earlier versions. */
export function rollLines({ roll, votes }: AdoptionRecord, words: RecordWords): NamedLine[] {
  const [first, ...others] = votes;
  if (!roll || !first) return [];
  const { t } = words;
  const last = others.reduce((latest, vote) => (vote.openedAt > latest.openedAt ? vote : latest), first);
  const noGroup = t('charter:roll.noGroup');
  const counted = (named: readonly { name: string; people: number }[]): string =>
    named
      .map(({ name, people }) => `${nameAmong(name || noGroup, noGroup)}: ${words.format.number(people)}`)
      .join(' · ');
  return [
    rollOf(last, words),
    { name: t('charter:record.byGroup'), text: counted(roll.groups) },
    { name: t('charter:record.byOrganisation'), text: counted(roll.organisations) },
  ].filter(({ text }) => text !== '');
}

/** What a round came to, without its words and remarks: when, by which rule, on which roll, and the ballots, each way they are counted. */
export function roundLines(vote: ClosedVote, words: RecordWords): string[] {
  const { t, format } = words;
  const { result, turnout, rollSize: roll, byHand } = vote;
  const needed = quorumNeeded(roll, vote.quorum);
  const base = [
    format.moment(result.closedAt),
    t(`vote:ruleName.${vote.rule}`),
    t(`vote:kind.${vote.secrecy}`),
    t('vote:result.base', { turnout, roll, needed }),
  ].join(' · ');
  const { name, text } = rollOf(vote, words);
  return [
    byHand > 0 ? `${base} ${t('vote:result.byHand', { byHand })}` : base,
    `${name}: ${text}`,
    ...(result.uncounted ? [] : [tallyLine(result.tally, words)]),
    ...(result.lifted === undefined ? [] : [t('vote:result.lifted', { lifted: result.lifted })]),
    ...(result.byGroup ? [groupsLine(result.byGroup, words)] : []),
    ...(result.organisations ? [organisationsLine(result.organisations, words)] : []),
    ...(isNotByOrganisation(vote) && !result.uncounted ? [t('vote:result.organisationsNot')] : []),
  ];
}

function rollOf({ rollSize: all, roll: { byHand, absent, note } }: VoteView, { t }: RecordWords): NamedLine {
  const people = t('charter:record.rollPeople', { all, byHand });
  const why = { absent, note: nameAmong(note, people) };
  const text = absent > 0 ? `${people} ${t('charter:record.rollAbsent', why)}` : people;
  return { name: t('charter:record.roll'), text };
}

function tallyLine(tally: Tally, { t, format }: RecordWords): string {
  return positions.map((one) => `${t(`vote:position.${one}`)}: ${format.number(tally[one])}`).join(' · ');
}

function groupsLine({ groups, others }: GroupTurnout, { t }: RecordWords): string {
  const line = (group: string, of: { voted: number; people: number }): string =>
    t('hall:turnout.line', { group, count: t('hall:turnout.of', of) });
  const noGroup = t('charter:roll.noGroup');
  const named = groups.map((group) => line(nameAmong(group.name || noGroup, noGroup), group));
  const all = others ? [...named, line(t('hall:turnout.others'), others)] : named;
  return `${t('hall:turnout.title')}: ${all.join(' · ')}`;
}

function organisationsLine(
  { tally, organisations: all, divided, silent, byHand = 0 }: OrganisationCount,
  words: RecordWords,
): string {
  const { t } = words;
  const base = t('vote:result.organisationsBase', { all, divided, silent });
  const unknown = byHand > 0 ? ` ${t('vote:result.organisationsByHand', { byHand })}` : '';
  return `${t('vote:result.organisations')}: ${tallyLine(tally, words)}. ${base}${unknown}`;
}
