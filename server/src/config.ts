import { fail, ok, type Result } from '@board/shared/result';

/** What the person who runs the server has set. */
export interface Config {
  /** The address to listen on. */
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** The folder that holds everything that is kept. */
  readonly dataDir: string;
  /** What browsers see behind a proxy, without a slash at the end; null when there is none. */
  readonly publicUrl: string | null;
  /** Needed to create a workshop; null: everybody may. */
  readonly createKey: string | null;
  /** Needed to read the numbers at /metrics; null: only this machine reads them. */
  readonly metricsKey: string | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the environment, with defaults for what it does not set. The problem is a sentence for the person who runs the server. The only reader of `process.env`. */
export function readConfig(defaults: Environment = {}, set: Environment = process.env): Result<Config, string> {
  const environment = { ...defaults, ...set };
  const port = readPort(environment['PORT']?.trim() || '8080');
  if (port === null) return fail(`PORT must be a whole number from 0 to 65535, not “${environment['PORT']}”.`);
  const publicUrl = readPublicUrl(environment['PUBLIC_URL']?.trim() ?? '');
  if (!publicUrl.ok) return publicUrl;
  return ok(
    Object.freeze({
      host: environment['HOST']?.trim() || '127.0.0.1',
      port,
      dataDir: environment['DATA_DIR']?.trim() || './data',
      publicUrl: publicUrl.value,
      createKey: environment['CREATE_KEY'] || null,
      metricsKey: environment['METRICS_KEY'] || null,
    }),
  );
}

function readPort(text: string): number | null {
  const port = Number(text);
  return /^\d{1,5}$/.test(text) && port <= 65_535 ? port : null;
}

/** Addresses of the board are of one origin: a path in front of it would not be seen by cookies and sockets. */
function readPublicUrl(text: string): Result<string | null, string> {
  if (text === '') return ok(null);
  const url = URL.parse(text);
  const isOrigin = url !== null && (url.protocol === 'http:' || url.protocol === 'https:') && url.pathname === '/';
  if (!isOrigin || url.search !== '' || url.hash !== '' || url.username !== '') {
    return fail(`PUBLIC_URL must be an address such as https://board.example.org, without a path, not “${text}”.`);
  }
  return ok(url.origin);
}
