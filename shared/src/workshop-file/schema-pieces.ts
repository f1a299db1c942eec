import { z } from 'zod';

/** Small pieces that the schema of a workshop's file is made of. */

const idForm = /^[2-9a-hjkmnp-z]{12}$/;

/** An id; whether something with it is there is not asked. A pattern, so that it can be written down as JSON Schema. */
export const anId = <Id extends string>(): z.ZodType<Id> => z.string().regex(idForm) as unknown as z.ZodType<Id>;

/** A text of at most so many UTF-16 units. */
export const text = (most: number) => z.string().max(most);

/** `2027-03`, or ''. */
export const month = z.string().regex(/^(\d{4}-(0[1-9]|1[0-2]))?$/);

/** Milliseconds since 1970. */
export const moment = z.int().min(0).max(8_640_000_000_000_000);

/** A whole number of people or ballots. */
export const count = z.int().min(0).max(1_000_000);

/** A list of which no two members have the same id. */
export function uniqueBy<Member extends { id: string }>(list: z.ZodType<Member[]>): z.ZodType<Member[]> {
  return list.refine((members) => new Set(members.map(({ id }) => id)).size === members.length, 'an id stands twice');
}

/** A schema for every key of a type, those too that may be missing: one that is forgotten would refuse each file that has it. */
export type EachOf<Type> = Record<keyof Type, z.ZodType>;
