import { type ErrorBody, type ErrorCode, errorStatus } from '@board/shared/errors';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Meter } from '../ports.ts';
import { Refusal } from '../workshop/refusal.ts';
import type { RequestLines } from './request-lines.ts';

/** The body of a refused request. */
export function errorBody(code: ErrorCode, field?: string): ErrorBody {
  const message = field === undefined ? words(code) : `${words(code)}: ${field}`;
  return { error: field === undefined ? { code, message } : { code, message, field } };
}

/** The first fault is all that is told: the reader need not gather millions. It is what `validate` of the library asks for, which does not say where a fault is. */
const firstFault: z.core.ParseContext<z.core.$ZodIssue> & { abortEarly: true } = { abortEarly: true };

/** Checks a command's body. Throws `bad-request` with the first field that does not fit. No body reads as an empty one. */
export function readBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(body ?? {}, firstFault);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const unknownField = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const path = [...(issue?.path ?? []), ...(unknownField === undefined ? [] : [unknownField])].join('.');
  throw new Refusal('bad-request', path === '' ? undefined : path.slice(0, 100));
}

/** Answers whatever was thrown with a code of the one table, and counts it, but for requests that leave no line: a count by reason would tell what a paper was. What is not a refusal is a fault of ours and is told to the journal. */
export function answerProblem(
  problem: unknown,
  reply: FastifyReply,
  request: FastifyRequest,
  { lines, meter }: { lines: RequestLines; meter: Meter },
): void {
  const { code, field } = refusalOf(problem);
  if (!request.routeOptions.config.isUnlogged) meter.refused(code);
  if (code === 'internal') lines.failed(request, problem);
  void reply.code(errorStatus[code]).send(errorBody(code, field));
}

/** What Fastify itself refuses (a body that is too large, not JSON, or an address that cannot be read) in our own codes. */
function refusalOf(problem: unknown): { code: ErrorCode; field?: string | undefined } {
  if (problem instanceof Refusal) return problem;
  const status = (problem as { statusCode?: unknown } | null)?.statusCode;
  if (status === 413) return { code: 'too-large' };
  if (status === 429) return { code: 'too-many-requests' };
  if (typeof status === 'number' && status >= 400 && status < 500) return { code: 'bad-request' };
  return { code: 'internal' };
}

function words(code: ErrorCode): string {
  return code.replaceAll('-', ' ');
}
