import { createServer } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';

/** The least that a server can do: every message goes to every other socket of the room. It knows no document and stores nothing. */

const rooms = new Map<string, Set<WebSocket>>();
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
const server = createServer((_request, response) => response.end());

server.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (websocket) => join(websocket, request.url ?? '/'));
});
server.listen(Number(process.env['PORT']), process.env['HOST']);

function join(socket: WebSocket, name: string): void {
  const room = rooms.get(name) ?? new Set();
  rooms.set(name, room.add(socket));
  socket.on('message', (message: Buffer) => {
    for (const other of room) if (other !== socket) other.send(message);
  });
  socket.on('close', () => {
    room.delete(socket);
    if (room.size === 0) rooms.delete(name);
  });
}
