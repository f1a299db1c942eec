import type { AdoptionRecord, VoteResult } from '@board/shared/live-view';
import type { Block } from '@board/shared/model/rich-text';
import type { WorkshopFile } from '@board/shared/workshop-file/parts';
import { plainLine } from '../../strategy/clipboard/lines.ts';
import { type RecordPart, recordParts } from './charter-record.ts';
import { reviewOf } from './strategy-facts.ts';
import type { Words } from './words.ts';

/** The charter as a document shows it: the words as adopted with their record, or the draft of this moment, which says so. */
export interface CharterContent {
  title: string;
  above: string;
  facts: string[];
  /** '' for an adopted one. */
  draft: string;
  preamble: Block[];
  items: CharterItemContent[];
  closing: Block[];
  /** Empty for a draft. */
  record: RecordPart[];
}

/** An item of the charter and what stands below it. */
export interface CharterItemContent {
  words: Block[];
  /** The groups that it came from, and the minority notes. */
  below: string[];
}

/** The charter of a workshop in a language. The words themselves are in whatever language they were written in. */
export function charterContent(file: WorkshopFile, words: Words): CharterContent {
  const { t, format } = words;
  const { title: above, dates, place, organisers } = file.workshop;
  const shared = {
    title: t('charter:title'),
    above,
    facts: [
      reviewOf(file, words),
      [dates, place].filter(Boolean).join(' · '),
      organisers && t('takehome:doc.organisers', { organisers }),
    ].filter((fact) => fact !== ''),
  };
  const { adopted } = file;
  if (adopted) {
    return {
      ...shared,
      draft: '',
      preamble: linesOf(adopted.preamble),
      items: adopted.items.map((item) => adoptedItem(file, item, words)),
      closing: linesOf(adopted.closing),
      record: recordParts(file, adopted, words),
    };
  }
  const names = new Map(file.groups.map(({ id, name }) => [id, name]));
  return {
    ...shared,
    draft: t('charter:print.draft', { moment: format.moment(Date.parse(file.writtenAt)) }),
    preamble: file.charter.preamble,
    items: file.charter.items.map(({ text, sources }) => {
      const groups = [...new Set(sources.flatMap(({ groupId }) => names.get(groupId) ?? []))].join(' · ');
      return { words: text, below: groups === '' ? [] : [groups] };
    }),
    closing: file.charter.closing,
    record: [],
  };
}

function adoptedItem(file: WorkshopFile, item: AdoptionRecord['items'][number], words: Words): CharterItemContent {
  const notes = notesOn(file, item).map(({ text, person }) => {
    const who = person ? ` (${person})` : '';
    return `${words.t('vote:result.minorityNote')}: ${text}${who}`;
  });
  return { words: linesOf(item.text), below: [item.groupName, ...notes].filter((line) => line !== '') };
}

/** The minority notes of the last round on these words. */
function notesOn({ votes }: WorkshopFile, { id, fingerprint }: AdoptionRecord['items'][number]): VoteResult['remarks'] {
  const last = votes.findLast(
    ({ scope, fingerprint: of }) => scope.kind === 'item' && scope.itemId === id && of === fingerprint,
  );
  return last?.result?.remarks.filter(({ position }) => position === 'stand-aside') ?? [];
}

function linesOf(text: string): Block[] {
  return text === '' ? [] : text.split('\n').map((line) => ({ kind: 'paragraph', spans: plainLine(line).spans }));
}
