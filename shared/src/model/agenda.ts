import * as Y from 'yjs';
import { newId, type StepId } from '../ids.ts';
import { limits } from '../protocol/limits.ts';
import { type Stage, stages } from '../stages.ts';
import { compareOrder, orderBetween } from './order.ts';
import { readMap, readOrdered, readText } from './read.ts';

/** What the facilitator writes about one step of the agenda. Days and times are those of the place; '' where nothing is set. */
export interface StepFacts {
  /** `2027-03-04` */
  day: string;
  /** `09:30` */
  start: string;
  end: string;
  title: string;
  objective: string;
  facilitator: string;
  /** The stage of the hall while the step lasts. */
  stage: Stage;
}

/** A step as it stands on the board. */
export interface AgendaStep extends StepFacts {
  id: StepId;
  /** Keeps steps without a time, or with the same, in the order in which they were written. */
  order: string;
}

/** True for a day as documents write it, of a calendar that has it. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && dayAfter(text, 0) === text;
}

/** True for a time of the day as documents write it. */
export function isClock(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** The day that lies `days` after another. '' for what is no day. */
export function dayAfter(day: string, days: number): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) ? '' : new Date(time + days * 86_400_000).toISOString().slice(0, 10);
}

/** Reads the agenda in the order of time; steps without a day come last, within a day those without a start. */
export function readAgenda(doc: Y.Doc): AgendaStep[] {
  const steps = readOrdered(doc.getMap('agenda'), (id, entry): AgendaStep => {
    const text = (name: keyof StepFacts, most: number) => readText(entry.get(name), most);
    const fitting = (value: string, fits: (text: string) => boolean) => (fits(value) ? value : '');
    return {
      id: id as StepId,
      order: readText(entry.get('order'), 100),
      day: fitting(text('day', 10), isDay),
      start: fitting(text('start', 5), isClock),
      end: fitting(text('end', 5), isClock),
      title: text('title', limits.shortText),
      objective: text('objective', limits.objectiveText),
      facilitator: text('facilitator', limits.shortText),
      stage: stages.find((stage) => stage === entry.get('stage')) ?? 'group-work',
    };
  });
  return steps.sort(compareTime).slice(0, limits.agendaSteps);
}

/** Adds a step behind those that were written before. One transaction. */
export function addStep(doc: Y.Doc, facts: StepFacts, origin?: unknown): StepId {
  const id = newId<StepId>();
  doc.transact(() => put(doc, id, facts), origin);
  return id;
}

/** Fills the agenda of a new board document, with ids that the caller has made. Called once, by the command that creates the workshop. */
export function seedAgenda(doc: Y.Doc, steps: readonly (StepFacts & { id: StepId })[]): void {
  doc.transact(() => {
    for (const { id, ...facts } of steps) put(doc, id, facts);
  });
}

/** Adds the steps of a preset in one transaction, each under an id of its place: taken by two at once, one of both stands, as a whole. */
export function addPreset(doc: Y.Doc, steps: readonly StepFacts[], origin?: unknown): void {
  doc.transact(() => {
    for (const [place, facts] of steps.entries()) put(doc, presetId(place), facts);
  }, origin);
}

/** True for a step that nobody has removed. */
export function hasStep(doc: Y.Doc, id: StepId): boolean {
  return readMap(doc.getMap('agenda').get(id)) !== null;
}

/** Changes a step; only what differs is written, in one transaction. A step that is gone stays gone. */
export function changeStep(doc: Y.Doc, id: StepId, facts: Partial<StepFacts>, origin?: unknown): void {
  const entry = readMap(doc.getMap('agenda').get(id));
  if (!entry) return;
  doc.transact(() => {
    for (const [name, value] of Object.entries(facts)) if (entry.get(name) !== value) entry.set(name, value);
  }, origin);
}

/** Takes a step out. */
export function removeStep(doc: Y.Doc, id: StepId, origin?: unknown): void {
  const agenda = doc.getMap('agenda');
  if (agenda.has(id)) doc.transact(() => agenda.delete(id), origin);
}

function presetId(place: number): StepId {
  return `preset${100_000 + place}`.replaceAll('0', 'a').replaceAll('1', 'b') as StepId;
}

function put(doc: Y.Doc, id: StepId, facts: StepFacts): void {
  const agenda = doc.getMap('agenda');
  const orders = [...agenda.values()].map((entry) => readText(readMap(entry)?.get('order'), 100)).sort();
  const order = orderBetween(orders.at(-1) || null, null);
  agenda.set(id, new Y.Map(Object.entries({ ...facts, order })));
}

function compareTime(a: AgendaStep, b: AgendaStep): number {
  const [one, other] = [sortKey(a), sortKey(b)];
  return one === other ? compareOrder(a, b) : one < other ? -1 : 1;
}

/** `~` stands behind every digit. */
function sortKey({ day, start }: StepFacts): string {
  return `${day || '~'} ${start || '~'}`;
}
