import { basename, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../workshop/refusal.ts';

const aYear = 365 * 24 * 60 * 60;

/**
 * Serves the built client. Files under `assets/` carry a hash in their name and may be kept for ever; the page itself is
 * never kept, so that a new version is there at the next load. Compressed copies beside a file are preferred.
 */
export async function serveClient(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (response, path) => {
      const isHashed = path.includes(`${sep}assets${sep}`);
      const isPage = basename(path).startsWith('index.html');
      void response.header(
        'cache-control',
        isHashed ? `public, max-age=${aYear}, immutable` : isPage ? 'no-store' : 'no-cache',
      );
    },
  });
}

/** The page for every address that is not a command's and not a file's; the rest is `unknown-route`. */
export function answerUnknown(request: FastifyRequest, reply: FastifyReply, hasClient: boolean): FastifyReply {
  const path = request.url.split('?')[0]!;
  const isPage = request.method === 'GET' || request.method === 'HEAD';
  const isFile = /\.[^/]*$/.test(path) || path.startsWith('/assets/');
  const isOurs = path === '/api' || /^\/(api|sync|live)\//.test(path);
  if (!hasClient || !isPage || isFile || isOurs) throw new Refusal('unknown-route');
  return reply.sendFile('index.html');
}
