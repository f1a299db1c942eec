import type { JoinCodeRenewed } from '@board/shared/commands';
import { type MessageId, newId } from '@board/shared/ids';
import { encodeFrame } from '@board/shared/protocol/codec';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { createWorkshop, facilitatorOf, type Joined, join, type Workshop } from '../support/people.ts';
import { RawSocket } from '../support/raw-socket.ts';
import { ServerProcess } from '../support/server-process.ts';

let server: ServerProcess;
let workshop: Workshop;
let watchers: Record<'screen' | 'observer', Joined>;
/** What nobody who only watches may come to know, by what it is. */
let secrets: Record<string, string>;

const tokenOf = (who: Joined): string => who.caller.cookie.split('=')[1]!;

beforeAll(async () => {
  server = await ServerProcess.start();
  workshop = await createWorkshop(server.address, 'A workshop', ['Health', 'Land']);
  const member = await join(workshop, 'Ann', { groupId: workshop.groups[0]!.id });
  watchers = {
    screen: await join(workshop, 'Projector', { role: 'screen' }),
    observer: await join(workshop, 'Guest', { role: 'observer' }),
  };
  secrets = {
    'the facilitator’s key': workshop.facilitatorKey,
    'the facilitator’s session': tokenOf(await facilitatorOf(workshop)),
    'a member’s session': tokenOf(member),
  };
});
afterAll(() => server?.remove());

/** Every address that a page of the board asks for, and some that only somebody curious would. */
function addresses(): string[] {
  const at = `/api/workshops/${workshop.workshopId}`;
  const pages = ['', '/plenary', '/edit', '/facilitate', '/control'].map((page) => `/w/${workshop.workshopId}${page}`);
  const answers = ['', '/me', '/people', '/votes', '/charter', '/join-code', '/documents', '/log', '/sessions'];
  const rest = ['/', '/health', '/metrics', '/api/server', '/api/workshops', `/api/codes/${workshop.joinCode}`];
  return [...rest, ...pages, ...answers.map((answer) => at + answer)];
}

/** All that the server tells somebody: answers with their headers, the live view, the frames of every document. */
async function everythingTold(who: Joined): Promise<string[]> {
  const told: string[] = [];
  for (const address of addresses()) {
    const answer = await fetch(server.address + address, { headers: { cookie: who.caller.cookie } });
    told.push(`${JSON.stringify([...answer.headers])} ${await answer.text()}`);
  }
  const live = new RawSocket(who.caller, `/live/${workshop.workshopId}`);
  await expect.poll(() => live.texts.length, { timeout: 60_000 }).toBeGreaterThan(0);
  live.close();
  told.push(...live.texts);
  for (const document of ['board', 'catalogue', 'charter', ...workshop.groups.map(({ id }) => `group/${id}`)]) {
    const socket = new RawSocket(who.caller, `/sync/${workshop.workshopId}/${document}`);
    await socket.frame('state-vector');
    socket.send({ type: 'state-vector', stateVector: Y.encodeStateVector(new Y.Doc()) });
    await socket.frame('answer');
    socket.close();
    told.push(...socket.frames.map((frame) => Buffer.from(encodeFrame(frame)).toString('latin1')));
  }
  return told;
}

test.each(['screen', 'observer'] as const)(
  'CA8 (O08) nothing that the server tells a %s lets anybody write or decide',
  async (role) => {
    const told = await everythingTold(watchers[role]);
    expect(told.join()).toContain('Health');
    for (const [what, secret] of Object.entries(secrets)) {
      expect(secret.length, what).toBeGreaterThan(20);
      for (const text of told) expect(text, what).not.toContain(secret);
    }
  },
);

test('CA8 (O08) an observer is not told the code that makes members, nor a new one; a screen is, to show it', async () => {
  const codes = [workshop.joinCode];
  codes.push(
    (await workshop.facilitator.must<JoinCodeRenewed>('POST', `/api/workshops/${workshop.workshopId}/join-code`, {}))
      .joinCode,
  );
  const [observed, shown] = await Promise.all([everythingTold(watchers.observer), everythingTold(watchers.screen)]);
  for (const code of codes) expect(observed.join()).not.toContain(code);
  expect(shown.join()).toContain(codes[1]);
});

test('CA8 (O08) no word of a screen or an observer is taken, by any address that a page has', async () => {
  const at = `/api/workshops/${workshop.workshopId}`;
  const group = workshop.groups[0]!.id;
  const tries: [string, string, unknown][] = [
    ['PUT', `${at}/stage`, { stage: 'plenary' }],
    ['POST', `${at}/groups`, { name: 'Mine' }],
    ['PATCH', `${at}/groups/${group}`, { keptClosed: true }],
    ['PATCH', `${at}/groups/${group}`, { open: false }],
    ['POST', `${at}/join-code`, {}],
    ['GET', `${at}/people`, undefined],
    ['DELETE', `${at}/people/${watchers.screen.id}`, undefined],
    ['PATCH', `${at}/people/${watchers.observer.id}`, { role: 'member' }],
    ['PATCH', `${at}/me`, { groupId: group }],
    ['POST', `${at}/charter/adopt`, {}],
    ['POST', `${at}/charter/copies`, { label: '' }],
    ['GET', `${at}/charter/copies`, undefined],
    ['POST', `${at}/presentations`, { groupId: group, feedback: 'off' }],
    ['PUT', `${at}/groups/${group}/rapporteur`, { personId: null }],
    ['GET', `${at}/groups/${group}/feedback`, undefined],
    ['POST', `${at}/groups/${group}/feedback/hand-over`, {}],
    ['PUT', `${at}/timer`, { seconds: 60 }],
    ['DELETE', `${at}/timer`, undefined],
    ['POST', `${at}/messages`, { id: newId<MessageId>(), kind: 'words', to: null, text: 'Go home' }],
    ['DELETE', `${at}/messages/${newId<MessageId>()}`, undefined],
  ];
  for (const [role, who] of Object.entries(watchers)) {
    for (const [method, path, body] of tries) {
      const { status } = await who.caller.call(method, path, body);
      expect(status, `${role} ${method} ${path}`).toBe(403);
    }
    for (const document of ['board', 'charter', `group/${group}`]) {
      const socket = new RawSocket(who.caller, `/sync/${workshop.workshopId}/${document}`);
      const doc = new Y.Doc();
      doc.getText('text').insert(0, 'words of somebody who watches');
      socket.send({ type: 'update', update: Y.encodeStateAsUpdate(doc) });
      await socket.frame('state-vector');
      socket.send({ type: 'update', update: Y.encodeStateAsUpdate(doc) });
      expect((await socket.frame('denied')).reason).toBe(
        role === 'screen' ? 'screen-only-watches' : 'observer-only-reads',
      );
      socket.close();
    }
  }
});
