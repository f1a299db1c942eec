import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { PersonJoined } from '@board/shared/commands';
import { type CoveredPaper, coverNewPaper, uncover } from '@board/shared/consensus/paper';
import type { GroupId, VoteId, WorkshopId } from '@board/shared/ids';
import { sealedText } from '@board/shared/protocol/padding';
import { WebSocket } from 'ws';
import { paperTurn } from '../../../client/src/vote/paper-turn.ts';

/** What all phones have in common. */
export interface Invitation {
  port: number;
  workshopId: WorkshopId;
  joinCode: string;
  groups: readonly GroupId[];
  /** How many are on the roll. */
  people: number;
  /** What a browser loads for the voting page, as paths. */
  files: readonly string[];
}

/** How long the server took to answer, in milliseconds, by what it was asked. */
export type Answers = Map<string, number[]>;

/** Browsers open so many connections to one server at once. */
const connections = 6;

/** One participant’s phone: it loads the voting page, joins, follows the live view, and votes secretly. */
export class Phone {
  readonly #invitation: Invitation;
  readonly #answers: Answers;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: connections });
  /** Made before it is needed: each phone computes for itself, this machine for all of them. */
  readonly #paper: CoveredPaper = coverNewPaper();
  #cookie = '';
  #live: WebSocket | null = null;

  constructor(invitation: Invitation, answers: Answers) {
    this.#invitation = invitation;
    this.#answers = answers;
  }

  /** From the QR code to the voting page, with everything that a browser loads for it. `onVote` is told of each open vote once. */
  async open(name: string, onVote: (vote: VoteId) => void): Promise<void> {
    const { workshopId, joinCode, groups, files } = this.#invitation;
    await this.#ask('page', 'GET', `/j/${joinCode}`);
    await Promise.all(files.map((file) => this.#ask('file', 'GET', file)));
    const groupId = groups[name.length % groups.length];
    const body = { code: joinCode, name, groupId };
    await this.#ask<PersonJoined>('join', 'POST', `/api/workshops/${workshopId}/people`, body);
    await this.#ask('me', 'GET', `/api/workshops/${workshopId}/me`);
    await this.#follow(onVote);
  }

  /** Collects the paper, when it is this phone’s turn after the vote was seen, and hands it in with a position when the person has chosen. */
  async vote(vote: VoteId, chosen: Promise<unknown>, position: string): Promise<void> {
    const at = `/api/workshops/${this.#invitation.workshopId}/votes/${vote}`;
    const { covered } = this.#paper;
    await pause(paperTurn(this.#invitation.people, Math.random()));
    const { stamped } = await this.#ask<{ stamped: string }>('paper', 'POST', `${at}/papers`, { covered });
    const paper = uncover(this.#paper, stamped);
    await chosen;
    await this.#ask('ballot', 'POST', `${at}/ballots`, JSON.parse(sealedText({ ...paper, position })), {
      isAnonymous: true,
    });
  }

  close(): void {
    this.#live?.terminate();
    this.#agent.destroy();
  }

  async #follow(onVote: (vote: VoteId) => void): Promise<void> {
    const { port, workshopId } = this.#invitation;
    const origin = `http://127.0.0.1:${port}`;
    const socket = new WebSocket(`ws://127.0.0.1:${port}/live/${workshopId}`, {
      headers: { origin, cookie: this.#cookie },
    });
    this.#live = socket;
    const seen = new Set<string | undefined>();
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.on('message', (data) => {
        resolve();
        // Most messages are of other parts; all of them would be too many to read for one process with five hundred phones.
        for (const [, id] of String(data).matchAll(/"part":"votes","key":"(\w{12})"/g)) {
          if (id === undefined || seen.has(id)) continue;
          seen.add(id);
          onVote(id as VoteId);
        }
      });
    });
  }

  #ask<Body>(what: string, method: string, path: string, body?: unknown, { isAnonymous = false } = {}): Promise<Body> {
    const { port } = this.#invitation;
    const headers = {
      origin: `http://127.0.0.1:${port}`,
      'accept-encoding': 'gzip',
      ...(isAnonymous || this.#cookie === '' ? {} : { cookie: this.#cookie }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const began = performance.now();
    return new Promise((resolve, reject) => {
      const asked = request({ port, host: '127.0.0.1', path, method, headers, agent: this.#agent }, (answer) => {
        const cookies = answer.headers['set-cookie']?.map((line) => line.split(';')[0] ?? '');
        if (cookies) this.#cookie = cookies.join('; ');
        const pieces: Buffer[] = [];
        answer.on('data', (piece: Buffer) => pieces.push(piece));
        answer.on('end', () => {
          this.#answers.set(what, [...(this.#answers.get(what) ?? []), performance.now() - began]);
          const text = Buffer.concat(pieces).toString();
          if ((answer.statusCode ?? 500) >= 300) reject(new Error(`${what}: ${answer.statusCode} ${text}`));
          else resolve((what === 'page' || what === 'file' ? null : JSON.parse(text)) as Body);
        });
      });
      asked.on('error', reject);
      asked.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }
}
