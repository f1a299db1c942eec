import { isListName } from './label-words.ts';
import { type Labelled, type Labels, labelsOf } from './labels.ts';
import type { QuotedEntry } from './quoted-entries.ts';
import type { Run } from './references.ts';
import { lastAtMost, nextStart, type ReplyText, unitStart } from './reply-text.ts';
import { stanceBehind, stanceOf } from './stance.ts';

/** The label of each list, by what stands alone between them and what sentences and headings say; and the reply with those that are headings. */
export function labelsIn(
  reply: ReplyText,
  runs: readonly Run[],
  quoted: readonly QuotedEntry[],
): { reply: ReplyText; labels: Map<Run, Labelled | null> } {
  const places = [...runs, ...quoted].sort((one, other) => one.at - other.at);
  const found = labelsOf(reply.text, places, reply.isAfterEmpty, (index, from, to) => {
    const place = places[index]!;
    if (!('references' in place)) return place.stance !== null;
    const lastEnd = places[index - 1]?.end ?? 0;
    const start = Math.max(unitStart(reply, place.at), lastEnd, from, place.at - 400);
    const ahead = reply.text.slice(start, place.at);
    const behind = reply.text.slice(place.end, Math.min(to, nextStart(reply, place.end), place.end + 400));
    const { headings, headingEnds } = reply;
    const least = from === 0 ? lastEnd : reply.text.indexOf('\n', from) + 1;
    const hasHeading = (headings[lastAtMost(headingEnds, place.at)]?.end ?? 0) > least;
    // A list that ends a sentence has no cell behind it.
    const isSentence = from === 0 && /\p{L}{3}/u.test(ahead) && !isListName(ahead) && /^\s?[.;]/.test(behind);
    return isSentence || hasHeading || stanceOf(ahead) !== null || stanceBehind(behind) !== null;
  });
  const labels = new Map(
    places.flatMap((place, index) => ('references' in place ? [[place, found.labels[index]!] as const] : [])),
  );
  return { reply: withHeadings(reply, labels, found.headings), labels };
}

/** With the labels that are headings, and without those that are the label of the list above. */
function withHeadings(
  reply: ReplyText,
  labels: ReadonlyMap<Run, Labelled | null>,
  added: Labels['headings'],
): ReplyText {
  const endOf = (at: number): number => reply.text.indexOf('\n', at) + 1;
  const notHeadings = new Set<number>(added.map(({ at }) => endOf(at)));
  for (const [run, label] of labels) if (label && label.at >= run.end) notHeadings.add(endOf(label.at));
  const headings = reply.headings.filter(({ end }) => !notHeadings.has(end));
  headings.push(...added.map(({ at, stance }) => ({ end: endOf(at), stance })));
  headings.sort((one, other) => one.end - other.end);
  return { ...reply, headings, headingEnds: headings.map(({ end }) => end) };
}
