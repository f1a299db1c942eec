/** Ids are short random strings. They are handles, never secrets: whoever holds one gains no right by it. */

declare const crypto: { getRandomValues(target: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> };

type Branded<Name extends string> = string & { readonly __brand: Name };

export type WorkshopId = Branded<'workshop'>;
export type GroupId = Branded<'group'>;
export type PersonId = Branded<'person'>;
export type RecommendationId = Branded<'recommendation'>;
export type RowId = Branded<'row'>;
export type ActionId = Branded<'action'>;
export type RiskId = Branded<'risk'>;
export type ClusterId = Branded<'cluster'>;
export type CharterItemId = Branded<'charter-item'>;
export type VoteId = Branded<'vote'>;
export type CommentId = Branded<'comment'>;
export type TogetherId = Branded<'together'>;
export type AmendmentId = Branded<'amendment'>;
export type PresentationId = Branded<'presentation'>;
export type FeedbackId = Branded<'feedback'>;
export type StepId = Branded<'step'>;
export type MessageId = Branded<'message'>;
export type CopyId = Branded<'copy'>;
export type DeviceId = Branded<'device'>;

/** The name of a Yjs document inside a workshop (DESIGN §4). */
export type DocumentName = 'board' | 'catalogue' | 'charter' | `group/${GroupId}`;

const idAlphabet = '23456789abcdefghjkmnpqrstuvwxyz';
const idLength = 12;
const idPattern = /^[2-9a-hjkmnp-z]{12}$/;
const secretLength = 32;
const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const codeLength = 6;
const writtenLength = 16;

/** Random text over an alphabet of at most 256 signs; biased bytes are thrown away. */
function randomText(alphabet: string, length: number): string {
  const ceiling = 256 - (256 % alphabet.length);
  let text = '';
  while (text.length < length) {
    for (const byte of crypto.getRandomValues(new Uint8Array(length * 2))) {
      if (byte < ceiling && text.length < length) text += alphabet[byte % alphabet.length];
    }
  }
  return text;
}

/** A new random id (59 bits): `newId<GroupId>()`. Works without a secure context. */
export function newId<Id extends Branded<string>>(): Id {
  return randomText(idAlphabet, idLength) as Id;
}

/** A new secret (158 bits) for cookies and the facilitator's link. */
export function newSecret(): string {
  return randomText(idAlphabet, secretLength);
}

/** A new join code: six signs that cannot be mistaken for each other on a projector. */
export function newJoinCode(): string {
  return randomText(codeAlphabet, codeLength);
}

/** A new secret (79 bits) that people write down: signs that cannot be mistaken for each other. */
export function newWrittenSecret(): string {
  return randomText(codeAlphabet, writtenLength);
}

/** Brings a typed join code into its stored form: `abc-2de` becomes `ABC2DE`. */
export function foldJoinCode(typed: string): string {
  return typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
}

/** True when the text has the form of an id of ours. Says nothing about whether it exists. */
export function isId<Id extends Branded<string>>(text: unknown): text is Id {
  return typeof text === 'string' && idPattern.test(text);
}

/** The only parser of document names; null for everything that is not one, path tricks included. */
export function parseDocumentName(text: string): DocumentName | null {
  if (text === 'board' || text === 'catalogue' || text === 'charter') return text;
  if (!text.startsWith('group/')) return null;
  const id = text.slice('group/'.length);
  return isId<GroupId>(id) ? `group/${id}` : null;
}

/** The name of a group's document. */
export function groupDocument(group: GroupId): DocumentName {
  return `group/${group}`;
}

/** The group a document belongs to, or null for the workshop's own documents. */
export function groupOf(document: DocumentName): GroupId | null {
  return document.startsWith('group/') ? (document.slice('group/'.length) as GroupId) : null;
}
