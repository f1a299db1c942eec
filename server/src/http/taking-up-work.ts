import { workshopFile } from '@board/shared/workshop-file/schema';
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

/** What is done in a thread of its own: one workshop's file is read, checked and made into documents. */
export function work({ json, now }: TakingUpJob): TakingUpNews {
  try {
    const seed = takenUpSeed(readBody(workshopFile, parsed(new TextDecoder().decode(json))), now);
    return { seed };
  } catch (problem) {
    if (problem instanceof Refusal) return { refusal: { code: problem.code, field: problem.field } };
    if (problem instanceof SyntaxError) return { refusal: { code: 'bad-request', field: undefined } };
    throw problem;
  }
}
