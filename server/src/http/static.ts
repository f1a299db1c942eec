import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../workshop/refusal.ts';

const aYear = 365 * 24 * 60 * 60;

/** Packings that a file may lie in beside itself, best first, with the end of that file's name. */
const packings = [
  { name: 'br', end: '.br' },
  { name: 'gzip', end: '.gz' },
] as const;

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** One file in one packing, as it is answered. */
interface Answer {
  headers: Record<string, string>;
  body: Buffer;
}

/** A file of the client: as it is, and in each packing that there is of it. */
interface ClientFile {
  plain: Answer;
  packed: ReadonlyMap<string, Answer>;
}

/** The built client, by address. */
type Client = ReadonlyMap<string, ClientFile>;

/**
 * The built client from its files, packed copies among them: some megabytes in memory, so that no answer needs the disk and each is one buffer for all who ask for it. Five
 * hundred phones ask for the same files within seconds, and whoever does not read what was asked for holds neither an open
 * file nor a copy. Files under `assets/` carry a hash in their name and may be kept for ever; the page itself is never kept.
 */
export function packClient(files: ReadonlyMap<string, Buffer>): Client {
  const isPacked = (path: string): boolean =>
    packings.some(({ end }) => path.endsWith(end) && files.has(path.slice(0, -end.length)));
  const plain = [...files].filter(([path]) => !isPacked(path));
  return new Map(
    plain.map(([path, body]): [string, ClientFile] => {
      const packed = packings.flatMap(({ name, end }): [string, Answer][] => {
        const copy = files.get(path + end);
        return copy ? [[name, answerOf(path, copy, name)]] : [];
      });
      return [path, { plain: answerOf(path, body, null), packed: new Map(packed) }];
    }),
  );
}

/** Answers with the client's files at their addresses. */
export function serveClient(app: FastifyInstance, client: Client): void {
  for (const [path, file] of client) app.get(path, (request, reply) => send(request, reply, file));
}

/** The page for every address that is not a command's and not a file's; the rest is `unknown-route`. */
export function answerUnknown(request: FastifyRequest, reply: FastifyReply, client: Client | null): FastifyReply {
  const path = request.url.split('?')[0]!;
  const isPage = request.method === 'GET' || request.method === 'HEAD';
  const isFile = /\.[^/]*$/.test(path) || path.startsWith('/assets/');
  const isOurs = path === '/api' || /^\/(api|sync|live)\//.test(path);
  const page = client?.get('/index.html');
  if (!page || !isPage || isFile || isOurs) throw new Refusal('unknown-route');
  return send(request, reply, page);
}

function answerOf(path: string, body: Buffer, packing: string | null): Answer {
  const isHashed = path.startsWith('/assets/');
  const isPage = path === '/index.html';
  return {
    body,
    headers: {
      'content-type': types[extname(path)] ?? 'application/octet-stream',
      'cache-control': isHashed ? `public, max-age=${aYear}, immutable` : isPage ? 'no-store' : 'no-cache',
      etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`,
      vary: 'accept-encoding',
      ...(packing === null ? {} : { 'content-encoding': packing }),
    },
  };
}

/** Always the whole file, or that the browser has it already. */
function send({ headers }: FastifyRequest, reply: FastifyReply, { plain, packed }: ClientFile): FastifyReply {
  const taken = packingsTaken(String(headers['accept-encoding'] ?? ''));
  const best = packings.find(({ name }) => taken.has(name) && packed.has(name));
  const answer = (best && packed.get(best.name)) ?? plain;
  void reply.headers(answer.headers);
  const has = headers['if-none-match']?.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return has?.includes(answer.headers['etag']!) ? reply.code(304).send() : reply.send(answer.body);
}

/** What a browser says that it takes, such as `gzip;q=0.5, br`; what has a weight of nothing it does not. */
function packingsTaken(accepted: string): ReadonlySet<string> {
  const listed = accepted.toLowerCase().split(',');
  const named = listed.map((entry) => entry.split(';').map((part) => part.trim()));
  return new Set(named.filter(([, weight]) => !/^q=0(\.0*)?$/.test(weight ?? '')).map(([name]) => name ?? ''));
}
