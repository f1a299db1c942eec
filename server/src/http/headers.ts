import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyHelmetOptions } from '@fastify/helmet';

/**
 * Security headers that work on plain http in a hall: nothing that sends a browser to https unless the server is known
 * to be behind TLS. Scripts come from here only. Styles may stand inline: the editor and the dialogs set them, and
 * without foreign images or fonts they can carry nothing out.
 */
export function securityHeaders(isSecure: boolean): FastifyHelmetOptions {
  const directives = {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'", 'data:'],
    'connect-src': ["'self'", ownSockets],
    'manifest-src': ["'self'"],
    'worker-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
    'object-src': ["'none'"],
  };
  return {
    contentSecurityPolicy: { useDefaults: false, directives },
    strictTransportSecurity: isSecure ? { maxAge: 365 * 24 * 60 * 60, includeSubDomains: false } : false,
    // Browsers ignore both on plain http, and say so on the console of every page.
    crossOriginOpenerPolicy: isSecure,
    originAgentCluster: isSecure,
    referrerPolicy: { policy: 'no-referrer' },
  };
}

/** Older browsers do not count sockets as 'self'. The host is what the browser itself sent, if it has a host's form. */
function ownSockets(request: IncomingMessage, _response: ServerResponse): string {
  const host = request.headers.host ?? '';
  return /^[\w.:[\]-]+$/.test(host) ? `ws://${host} wss://${host}` : "'self'";
}
