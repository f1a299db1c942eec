import { yWebsocketDialect } from '../load/dialect.ts';
import { type Kind, openRooms, scriptAt } from './kind.ts';

/** A relay on ws that knows nothing of what it passes on: what the plainest server costs. */
export const relay: Kind = {
  id: 'relay',
  title: 'plain ws relay (no CRDT)',
  script: scriptAt('peers/relay.ts'),
  versionFrom: scriptAt('peers/node_modules/ws/package.json'),
  dialect: yWebsocketDialect,
  hasDocument: false,
  acknowledges: false,
  open: openRooms,
};
