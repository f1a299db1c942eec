import { type ErrorBody, type ErrorCode, isErrorCode } from '@board/shared/errors';
import { fail, ok, type Result } from '@board/shared/result';

/** Why a command was not carried out. `offline`: no answer came; whether the server has heard of it is not known. */
export interface Refusal {
  /** Screens translate `errors.<code>`. */
  code: ErrorCode | 'offline';
  /** Plain English, for logs. */
  message: string;
  /** The field of the body that is at fault, where one is. */
  field?: string;
}

export interface Request {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  body?: unknown;
  /** The body as it is sent, where it is JSON already. */
  text?: string;
  headers?: Readonly<Record<string, string>>;
  /** Milliseconds without an answer, where it takes longer than usual. */
  patience?: number;
  /** Is sent to its end though the page goes. */
  outlivesPage?: boolean;
  /** Leaves the session cookie out, so that the server cannot tell who asks (secret ballots). */
  nameless?: boolean;
}

/** After this many milliseconds without an answer a command counts as `offline`. */
const patience = 20_000;

/** Sends one command. Never throws: whatever goes wrong comes back as a refusal. `Answer` is trusted as typed; 204 answers are `null`. */
export async function request<Answer>(command: Request): Promise<Result<Answer, Refusal>> {
  const body = command.text ?? (command.body === undefined ? undefined : JSON.stringify(command.body));
  let response: Response;
  let text: string;
  try {
    response = await fetch(command.path, {
      method: command.method,
      credentials: command.nameless ? 'omit' : 'same-origin',
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...command.headers },
      ...(body === undefined ? {} : { body }),
      keepalive: command.outlivesPage ?? false,
      signal: AbortSignal.timeout(command.patience ?? patience),
    });
    text = await response.text();
  } catch (problem) {
    return fail({ code: 'offline', message: problem instanceof Error ? problem.message : 'no answer' });
  }
  const parsed = parse(text);
  if (!response.ok) return fail(refusalIn(parsed, response.status));
  if (parsed === undefined) return fail({ code: 'internal', message: 'the answer was not JSON' });
  return ok(parsed as Answer);
}

/** JSON, `null` for an empty answer, undefined for what cannot be read. */
function parse(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a refused answer says. One that is not ours was written by a proxy before the server: then nobody was reached. */
function refusalIn(body: unknown, status: number): Refusal {
  const error = (body as Partial<ErrorBody> | null | undefined)?.error;
  if (error && isErrorCode(error.code)) {
    const { code, message, field } = error;
    return field === undefined ? { code, message } : { code, message, field };
  }
  return { code: status >= 502 && status <= 504 ? 'offline' : 'internal', message: `status ${status}` };
}
