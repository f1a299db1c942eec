import { runLoad } from './cases/load-case.ts';
import { hocuspocus } from './kinds/hocuspocus.ts';
import { ours } from './kinds/ours.ts';
import { relay } from './kinds/relay.ts';
import { yWebsocket } from './kinds/y-websocket.ts';
import { calm, groups, hall } from './load/loads.ts';
import { cores, pinSelf } from './machine/pinned.ts';

pinSelf(cores.generator);
const load = [hall, groups, calm].find(({ name }) => name === process.argv[2]) ?? hall;
const kind = [ours, relay, hocuspocus, yWebsocket].find(({ id }) => id === process.argv[3]) ?? ours;
console.log(await runLoad(kind, load, { warmUpSeconds: 3, measureSeconds: 8 }));
