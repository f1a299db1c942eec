import { runLoad } from './cases/load-case.ts';
import { ours } from './kinds/ours.ts';
import { relay } from './kinds/relay.ts';
import { groups, hall } from './load/loads.ts';
import { cores, pinSelf } from './machine/pinned.ts';

pinSelf(cores.generator);
const load = process.argv[2] === 'groups' ? groups : hall;
const kind = process.argv[3] === 'relay' ? relay : ours;
console.log(await runLoad(kind, load, { warmUpSeconds: 3, measureSeconds: 8 }));
