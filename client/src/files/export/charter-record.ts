import { positions, quorumNeeded } from '@board/shared/consensus/rules';
import type { AdoptionRecord, VoteResult, VoteView } from '@board/shared/live-view';
import type { WorkshopFile } from '@board/shared/workshop-file/parts';
import { type RecordWords, rollLines, roundLines } from '../../charter/record-lines.ts';
import { isAsAdopted, subjectIn } from '../../charter/record-subject.ts';
import { nameAmong } from '../../foreign-name.ts';
import { handLines } from '../../vote/hand-lines.ts';
import type { ClosedVote } from '../../vote/rounds.ts';
import type { Words } from './words.ts';

/** The record of an adoption in pieces that each kind of document can write. It says what the page says (charter/adoption-record.tsx). */
export type RecordPart =
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'quote'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'table'; head: string[]; lines: string[][] };

/** When, by whom and by which votes; every round with its reasons and notes; the fingerprints. */
export function recordParts(file: WorkshopFile, record: AdoptionRecord, words: Words): RecordPart[] {
  const { t, format } = words;
  const isWhole = record.votes.some(({ scope }) => scope.kind === 'charter');
  const moment = format.moment(record.adoptedAt);
  return [
    { kind: 'heading', level: 1, text: t('charter:record.title') },
    {
      kind: 'text',
      text: `${t('charter:record.adopted', { moment })}. ${t(isWhole ? 'charter:record.byWhole' : 'charter:record.byItems')}`,
    },
    ...rollLines(record, ofRecord(words)).map(
      ({ name, text }): RecordPart => ({ kind: 'text', text: `${name}: ${text}` }),
    ),
    votesTable(record, words),
    ...leftOutParts(record, words),
    ...roundParts(file, record, words),
    ...fingerprintParts(record, words),
  ];
}

function votesTable(record: AdoptionRecord, { t, format }: Words): RecordPart {
  return {
    kind: 'table',
    head: [
      t('charter:record.what'),
      t('charter:record.rule'),
      t('charter:record.kind'),
      t('charter:record.turnout'),
      t('charter:record.quorum'),
      ...positions.map((position) => t(`vote:position.${position}`)),
      t('charter:record.closed'),
    ],
    lines: record.votes.filter(isClosed).map((vote, place) => {
      const { key, number } = subjectIn(record, vote.scope, place);
      return [
        t(`vote:of.${key}`, { number }),
        t(`vote:ruleName.${vote.rule}`),
        t(`vote:kind.${vote.secrecy}`),
        `${format.number(vote.turnout)} / ${format.number(vote.rollSize)}`,
        format.number(quorumNeeded(vote.rollSize, vote.quorum)),
        ...positions.map((position) => format.number(vote.result.tally[position])),
        format.moment(vote.result.closedAt),
      ];
    }),
  };
}

function leftOutParts({ leftOut = [] }: AdoptionRecord, { t }: Words): RecordPart[] {
  if (leftOut.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: t('charter:record.leftOut') },
    { kind: 'text', text: t('charter:record.leftOutText') },
    ...leftOut.map(({ text, groupName, standing }): RecordPart => {
      const below = [t(`charter:status.${standing}`), nameAmong(groupName, t('charter:record.leftOut'))]
        .filter((part) => part !== '')
        .join(' · ');
      return { kind: 'quote', text: `${text} (${below})` };
    }),
  ];
}

function roundParts(file: WorkshopFile, record: AdoptionRecord, words: Words): RecordPart[] {
  const named = new Set(record.rounds ?? record.votes.map(({ id }) => id));
  const all = new Map([...file.votes, ...record.votes].map((vote) => [vote.id, vote]));
  const rounds = [...all.values()]
    .filter(({ id }) => named.has(id))
    .filter(isClosed)
    .sort((a, b) => a.openedAt - b.openedAt);
  if (rounds.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: words.t('charter:record.rounds') },
    ...rounds.flatMap((vote, place) => roundOf(vote, place, record, words)),
  ];
}

function roundOf(vote: ClosedVote, place: number, record: AdoptionRecord, words: Words): RecordPart[] {
  const { t } = words;
  const { result } = vote;
  const { key, number } = subjectIn(record, vote.scope, place);
  const outcome = t(result.uncounted ? 'vote:result.uncounted' : `vote:result.${result.outcome}`);
  const lines = [`${place + 1}. ${t(`vote:of.${key}`, { number })}: ${outcome}`, ...roundLines(vote, ofRecord(words))];
  return [
    ...lines.map((text): RecordPart => ({ kind: 'text', text })),
    ...(isAsAdopted(vote, record)
      ? []
      : [{ kind: 'quote', text: `${t('charter:record.then')}: ${vote.words}` } as const]),
    ...result.remarks.map(({ position, text, person }): RecordPart => {
      const head = t(position === 'stand-aside' ? 'vote:result.minorityNote' : `vote:position.${position}`);
      return { kind: 'quote', text: `${person ? `${head} · ${nameAmong(person, head)}` : head}: ${text}` };
    }),
    ...(result.named ? [namedPart(result.named, t)] : []),
    ...handLines(vote, words.voteT, words.format).map(
      ({ name, text }): RecordPart => ({ kind: 'quote', text: `${name}: ${text}` }),
    ),
    { kind: 'code', text: vote.fingerprint },
  ];
}

function ofRecord({ recordT: t, format }: Words): RecordWords {
  return { t, format };
}

function namedPart(named: NonNullable<VoteResult['named']>, t: Words['t']): RecordPart {
  const title = t('vote:result.named');
  const people = named.map(({ person, position }) => `${nameAmong(person, title)}: ${t(`vote:position.${position}`)}`);
  return { kind: 'quote', text: `${title}: ${people.join(' · ')}` };
}

function fingerprintParts(record: AdoptionRecord, { t }: Words): RecordPart[] {
  const items = record.items.flatMap(({ fingerprint }, place): RecordPart[] =>
    fingerprint === undefined
      ? []
      : [{ kind: 'code', text: `${t('vote:of.item', { number: place + 1 })}: ${fingerprint}` }],
  );
  return [
    { kind: 'heading', level: 2, text: t('charter:record.fingerprint') },
    { kind: 'text', text: t('charter:record.fingerprintHint') },
    { kind: 'code', text: record.fingerprint },
    ...items,
  ];
}

function isClosed(vote: VoteView): vote is ClosedVote {
  return vote.result !== null;
}
