import { setTimeout as pause } from 'node:timers/promises';
import { groupDocument } from '@board/shared/ids';
import { by, createWorkshop, join } from '../support/people.ts';
import { RawSocket } from '../support/raw-socket.ts';
import { ServerProcess } from '../support/server-process.ts';
import { TcpProxy } from '../support/tcp-proxy.ts';
import { until } from '../support/until.ts';
import { Writer } from '../support/writer.ts';

/** What a common reverse proxy waits for a word of the server, in milliseconds. */
const patience = 30_000;

export interface Quiet {
  /** Connections that the proxy cut, and that browsers lost. */
  impatient: number;
  drops: number;
  /** Everything still works. */
  isAlive: boolean;
}

/** Nobody does anything for so many milliseconds, behind a proxy that cuts whoever is silent. Rejects when it is called off. */
export async function beQuiet(milliseconds: number, signal: AbortSignal): Promise<Quiet> {
  const server = await ServerProcess.start();
  const proxy = await TcpProxy.before(server.port, { patience });
  let drops = 0;
  try {
    const workshop = await createWorkshop(server.address, 'A workshop', ['Health']);
    const groupId = workshop.groups[0]!.id;
    const who = by(proxy.address, await join(workshop, 'Ann', { groupId }));
    const tabs = await Promise.all(
      ([groupDocument(groupId), 'board', 'charter'] as const).map((document) => new Writer(who, document, 1).synced()),
    );
    for (const { provider } of tabs) provider.on('connection-close', () => drops++);
    const live = new RawSocket(who.caller, `/live/${workshop.workshopId}`);
    await until('the live view arrives', () => live.texts.length > 0);
    await pause(milliseconds, undefined, { signal });
    const lost = drops + (live.closed ? 1 : 0);
    const { impatient } = proxy;
    tabs[0]!.write('word', (doc) => doc.getText('text').insert(0, 'word'));
    await tabs[0]!.allStored();
    const heard = live.texts.length;
    await join(workshop, 'Bo', { groupId });
    await until('the live view goes on', () => live.texts.length > heard);
    for (const tab of tabs) tab.close();
    live.close();
    return { impatient, drops: lost, isAlive: true };
  } finally {
    await proxy.close();
    await server.remove();
  }
}
