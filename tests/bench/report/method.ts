/** How each number came about, for the report. */
export const method = `## How it was measured

- **Alone.** One server at a time, in a process of its own, with its data in a fresh folder on disk. The load generator is one
  process on the other core: WebSocket over bare TCP, real Yjs updates (each types three letters at the end of a cell of a strategy)
  made before anything is measured, the same seeded times for all servers. 4 seconds to warm up, 12 measured, several plays in
  turns; every number is the median of them (people per room: one play each).
- **CPU per delivered edit.** Nanoseconds on the processor of all threads of the server (\`/proc/<pid>/task/*/schedstat\`, threads
  that ended included), divided by the edits that arrived at other people's sockets, one for each receiver. What arrived is read
  from the Yjs updates themselves (client id and clocks), so that several edits in one frame count as several. Everything that
  goes with an edit is in it: awareness, storing, this server's live view for the hall.
- **p50, p99.** From handing an edit's frame to the writer's socket to its arrival at about 20 receivers in each room.
- **Nothing is missing.** At the end every receiver must have every edit of every writer, in order; else the run fails.
- **Memory.** Resident memory with 200 people in rooms of 20, each with the room's document and its own name announced, who do
  nothing, and with 2,000 more of them; the difference per connection. Before each look everything that nobody holds is let go
  of (\`--expose-gc\` and a signal, four times within four seconds, the same for all): what is left is what a connection needs,
  not when a collector ran. This server's number includes the person, the session and the rights behind a connection.
- **kill -9.** One person types 200 edits, 5 ms apart. At the moment when all are acknowledged the process is killed and started
  again, and a newcomer counts. Where a server acknowledges nothing, an edit that another person has is taken for acknowledged.
- **Kills at random moments** (\`bench kills\`, about a quarter of an hour): six people in two rooms write, the process is killed
  after 0–250 ms, in one of ten times once more while it starts; each time a newcomer must be given every edit that was ever
  acknowledged. The data folder is the same throughout.
- **The peers** are set up as their documentation says, on the same Node: Hocuspocus with its database extension on Node's own
  SQLite (its SQLite extension is the same over a library that must be compiled), stored when two seconds have passed without a
  change as is its default; @y/websocket-server 0.1.1, the last release for Yjs 13 (later ones need an unreleased Yjs 14 and have
  no storage of their own), with y-leveldb on; the relay passes every message to every other socket of its room and keeps nothing.
  The share of "the best of all" counts the relay in, that of the best Yjs server does not.`;
