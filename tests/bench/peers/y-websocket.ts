import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

/** @y/websocket-server with its own persistence in LevelDB, which it sets up while it is loaded. */

process.env['YPERSISTENCE'] = process.env['DATA_DIR'];
const { setupWSConnection } = await import('@y/websocket-server/utils');

const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
const server = createServer((_request, response) => response.end());

server.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (websocket) => setupWSConnection(websocket, request));
});
server.listen(Number(process.env['PORT']), process.env['HOST']);
