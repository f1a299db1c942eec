import { yWebsocketDialect } from '../load/dialect.ts';
import { type Kind, openRooms, scriptAt } from './kind.ts';

/** The server of y-websocket's own authors, storing every update to LevelDB. */
export const yWebsocket: Kind = {
  id: 'y-websocket',
  title: '@y/websocket-server + y-leveldb',
  script: scriptAt('peers/y-websocket.ts'),
  versionFrom: scriptAt('peers/node_modules/@y/websocket-server/package.json'),
  dialect: yWebsocketDialect,
  hasDocument: true,
  acknowledges: false,
  open: openRooms,
};
