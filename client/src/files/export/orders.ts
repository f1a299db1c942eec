import type { GroupId } from '@board/shared/ids';
import type { WorkshopFile } from '@board/shared/workshop-file/parts';
import type { WordSource } from './words.ts';

/** What the rows of a consolidated strategy are put together by. */
export const arrangements = ['group', 'recommendation', 'goal', 'position'] as const;
/** One of them. */
export type Arrangement = (typeof arrangements)[number];

/** One file, or all of them in one archive. */
export type FileOrder =
  | { what: 'strategy'; group: GroupId; as: 'docx' | 'xlsx' | 'csv' }
  | { what: 'consolidated'; by: Arrangement; as: 'docx' | 'xlsx' | 'csv' }
  | { what: 'charter'; as: 'docx' | 'txt' }
  | { what: 'catalogue'; as: 'xlsx' | 'csv' }
  /** `takeUp`: with the file that a workshop can be taken up from. */
  | { what: 'everything'; takeUp: boolean };

/** What a worker is asked. Everything in it can be sent to a worker. */
export interface ExportQuestion {
  order: FileOrder;
  file: WorkshopFile;
  words: WordSource;
}

/** A file as it is handed to the browser. */
export interface MadeFile {
  name: string;
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** What a worker answers; `problem` is plain English, for whoever looks into it. */
export type ExportAnswer = { ok: true; made: MadeFile } | { ok: false; problem: string };

/** Media types by the ending of a file. */
export const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
  txt: 'text/plain;charset=utf-8',
  zip: 'application/zip',
  json: 'application/json',
} as const;
