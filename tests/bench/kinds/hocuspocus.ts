import { hocuspocusDialect } from '../load/dialect.ts';
import { type Kind, openRooms, scriptAt } from './kind.ts';

/** Hocuspocus, storing to SQLite as it does by default: some seconds after the last change. */
export const hocuspocus: Kind = {
  id: 'hocuspocus',
  title: 'Hocuspocus',
  script: scriptAt('peers/hocuspocus.ts'),
  versionFrom: scriptAt('peers/node_modules/@hocuspocus/server/package.json'),
  dialect: hocuspocusDialect,
  hasDocument: true,
  acknowledges: true,
  open: openRooms,
};
