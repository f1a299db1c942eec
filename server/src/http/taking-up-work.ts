import { workshopFile } from '@board/shared/workshop-file/schema';
import type { z } from 'zod';
import { Refusal } from '../workshop/refusal.ts';
import { takenUpSeed } from '../workshop/taken-up.ts';
import { readBody } from './answers.ts';
import type { TakingUpJob, TakingUpNews } from './taking-up-news.ts';

/** A name that would reach into what every object shares is nobody's; how it can be written is told before the slow look at all names. */
const suspicious = /__proto__|\\u00[567]/i;

function parsed(text: string): unknown {
  if (!suspicious.test(text)) return JSON.parse(text);
  return JSON.parse(text, (name, value: unknown) => {
    if (name === '__proto__') throw new SyntaxError(name);
    return value;
  });
}

/** Faults after which a file could be read on (words that are too long, names that nobody knows) are gathered, and handed on as arguments of one call: hundreds of thousands are too many for it. */
function read(file: unknown): z.infer<typeof workshopFile> {
  try {
    return readBody(workshopFile, file);
  } catch (problem) {
    throw problem instanceof RangeError ? new Refusal('bad-request') : problem;
  }
}

/** What is done in a thread of its own: one workshop's file is read, checked and made into documents. */
export function work({ json, now }: TakingUpJob): TakingUpNews {
  try {
    return { seed: takenUpSeed(read(parsed(new TextDecoder().decode(json))), now) };
  } catch (problem) {
    if (problem instanceof Refusal) return { refusal: { code: problem.code, field: problem.field } };
    if (problem instanceof SyntaxError) return { refusal: { code: 'bad-request', field: undefined } };
    throw problem;
  }
}
