import { positions, quorumNeeded } from '@board/shared/consensus/rules';
import type { AdoptionRecord, VoteResult, VoteView } from '@board/shared/live-view';
import type { WorkshopFile } from '@board/shared/workshop-file/parts';
import { subjectIn } from '../../charter/record-subject.ts';
import type { Words } from './words.ts';

/** The record of an adoption in pieces that each kind of document can write. It says what the page says (charter/adoption-record.tsx). */
export type RecordPart =
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'quote'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'table'; head: string[]; lines: string[][] };

type Closed = VoteView & { result: VoteResult };

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
    ...rollParts(record, words),
    votesTable(record, words),
    ...roundParts(file, record, words),
    ...fingerprintParts(record, words),
  ];
}

function rollParts(record: AdoptionRecord, { t, format }: Words): RecordPart[] {
  const last = record.votes.at(-1);
  if (!record.roll || !last) return [];
  const { absent, note, byHand } = last.roll;
  const counted = (name: string, people: number) => `${name}: ${format.number(people)}`;
  const groups = record.roll.groups.map(({ name, people }) => counted(name || t('charter:roll.noGroup'), people));
  const organisations = record.roll.organisations.map(({ name, people }) => counted(name, people));
  const lines = [
    `${t('charter:record.roll')}: ${t('charter:record.rollPeople', { all: last.rollSize, byHand })}${
      absent > 0 ? ` ${t('charter:record.rollAbsent', { absent, note })}` : ''
    }`,
    groups.length > 0 ? `${t('charter:record.byGroup')}: ${groups.join(' · ')}` : '',
    organisations.length > 0 ? `${t('charter:record.byOrganisation')}: ${organisations.join(' · ')}` : '',
  ];
  return lines.filter((text) => text !== '').map((text) => ({ kind: 'text', text }));
}

function votesTable({ votes, items }: AdoptionRecord, { t, format }: Words): RecordPart {
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
    lines: votes.filter(isClosed).map((vote, place) => {
      const { key, number } = subjectIn(items, vote.scope, place);
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

function roundOf(vote: Closed, place: number, record: AdoptionRecord, { t, format }: Words): RecordPart[] {
  const { result, turnout, rollSize: roll, byHand } = vote;
  const { key, number } = subjectIn(record.items, vote.scope, place);
  const outcome = t(result.uncounted ? 'vote:result.uncounted' : `vote:result.${result.outcome}`);
  const needed = quorumNeeded(roll, vote.quorum);
  const tally = (of: VoteResult['tally']) =>
    positions.map((one) => `${t(`vote:position.${one}`)}: ${format.number(of[one])}`).join(' · ');
  const lines = [
    `${place + 1}. ${t(`vote:of.${key}`, { number })}: ${outcome}`,
    [
      format.moment(result.closedAt),
      t(`vote:ruleName.${vote.rule}`),
      t(`vote:kind.${vote.secrecy}`),
      t('vote:result.base', { turnout, roll, needed }),
    ].join(' · ') + (byHand > 0 ? ` ${t('vote:result.byHand', { byHand })}` : ''),
    result.uncounted ? '' : tally(result.tally),
    result.lifted === undefined ? '' : t('vote:result.lifted', { lifted: result.lifted }),
    result.organisations
      ? `${t('vote:result.organisations')}: ${tally(result.organisations.tally)}. ${t('vote:result.organisationsBase', {
          all: result.organisations.organisations,
          divided: result.organisations.divided,
          silent: result.organisations.silent,
        })}`
      : '',
  ];
  return [
    ...lines.filter((text) => text !== '').map((text): RecordPart => ({ kind: 'text', text })),
    ...(isAsAdopted(vote, record)
      ? []
      : [{ kind: 'quote', text: `${t('charter:record.then')}: ${vote.words}` } as const]),
    ...result.remarks.map(({ position, text, person }): RecordPart => {
      const head = t(position === 'stand-aside' ? 'vote:result.minorityNote' : `vote:position.${position}`);
      return { kind: 'quote', text: `${person ? `${head} · ${person}` : head}: ${text}` };
    }),
    ...(result.named ? [namedPart(result.named, t)] : []),
    { kind: 'code', text: vote.fingerprint },
  ];
}

function namedPart(named: NonNullable<VoteResult['named']>, t: Words['t']): RecordPart {
  const people = named.map(({ person, position }) => `${person}: ${t(`vote:position.${position}`)}`);
  return { kind: 'quote', text: `${t('vote:result.named')}: ${people.join(' · ')}` };
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

function isAsAdopted({ scope, fingerprint }: Closed, record: AdoptionRecord): boolean {
  if (scope.kind === 'charter') return fingerprint === record.fingerprint;
  const item = record.items.find(({ id }) => id === scope.itemId);
  return item === undefined ? record.items.every(({ id }) => id === undefined) : item.fingerprint === fingerprint;
}

function isClosed(vote: VoteView): vote is Closed {
  return vote.result !== null;
}
