import type { JoinCodeRenewed } from '@board/shared/commands';
import { groupDocument } from '@board/shared/ids';
import { limits } from '@board/shared/protocol/limits';
import { createWorkshop, join, type Workshop } from '../../support/people.ts';
import { yWebsocketDialect } from '../load/dialect.ts';
import type { Seat } from '../load/person.ts';
import { type Kind, scriptAt } from './kind.ts';

/** People who join at the same time. */
const atOnce = 20;
/** People who join with one code: more come with the next, since one address brings only so many in with each. */
const perCode = limits.newcomersPerNetwork / 2;

/** This project's server: each room is a group's strategy, each person joins the group with a session of their own. */
export const ours: Kind = {
  id: 'ours',
  title: 'Workshop Board',
  script: process.env['BENCH_SERVER'] ?? scriptAt('../../server/src/main.ts'),
  versionFrom: scriptAt('../../package.json'),
  dialect: yWebsocketDialect,
  hasDocument: true,
  acknowledges: true,
  async open(port, rooms, people) {
    const seats: Seat[][] = [];
    while (seats.length < rooms)
      seats.push(...(await openWorkshop(port, Math.min(limits.groups, rooms - seats.length), people)));
    return seats;
  },
};

async function openWorkshop(port: number, rooms: number, people: number): Promise<Seat[][]> {
  const address = `http://127.0.0.1:${port}`;
  const names = Array.from({ length: rooms }, (_, place) => `Group ${place + 1}`);
  const workshop = await createWorkshop(address, 'A workshop to be measured', names);
  const seats: Seat[][] = [];
  let joined = 0;
  for (const group of workshop.groups) {
    const document = groupDocument(group.id);
    const room: Seat[] = [];
    const sitDown = async (place: number): Promise<void> => {
      const { caller } = await join(workshop, `Person ${place}`, { groupId: group.id });
      const path = `/sync/${workshop.workshopId}/${document}`;
      room.push({ room: document, target: { port, path, headers: { origin: address, cookie: caller.cookie } } });
    };
    for (let place = 0; place < people; place += atOnce) {
      const more = Math.min(atOnce, people - place);
      if (joined + more > perCode) {
        workshop.joinCode = await renewCode(workshop);
        joined = 0;
      }
      joined += more;
      await Promise.all(Array.from({ length: more }, (_, index) => sitDown(place + index)));
    }
    seats.push(room);
  }
  return seats;
}

async function renewCode({ facilitator, workshopId }: Workshop): Promise<string> {
  const at = `/api/workshops/${workshopId}/join-code`;
  return (await facilitator.must<JoinCodeRenewed>('POST', at, {})).joinCode;
}
