import type * as Y from 'yjs';
import type { RowId } from '../ids.ts';
import type { Recommendation } from './catalogue.ts';
import { seePositions } from './position-news.ts';
import { readMap } from './read.ts';
import { type StrategyRow, seenTextKey } from './strategy.ts';

/** A recommendation's text in one language that has changed since the group looked at it. */
export interface TextNews {
  language: string;
  was: string;
  now: string;
}

/** What a row has of a recommendation's texts, and what the catalogue has. */
type Told = Pick<Recommendation, 'wasText' | 'text'>;

/** In which languages the text of a row's recommendation reads otherwise than when the group has last seen it; empty when in none. */
export function textNews(row: Pick<StrategyRow, 'seenText'>, recommendation: Told | undefined): TextNews[] {
  if (!recommendation?.wasText && !row.seenText) return [];
  const seen = { ...recommendation?.wasText, ...row.seenText };
  return Object.entries(seen).flatMap(([language, was]) => {
    const now = recommendation?.text[language] ?? '';
    return now === '' || visible(was) === visible(now) ? [] : { language, was, now };
  });
}

/** Notes that somebody of the group has seen texts as they are now. One transaction; rows that are gone are left out. */
export function seeTexts(
  doc: Y.Doc,
  seen: Iterable<readonly [RowId, readonly Pick<TextNews, 'language' | 'now'>[]]>,
  origin: unknown = null,
): void {
  doc.transact(() => {
    for (const [id, texts] of seen) {
      const entry = readMap(doc.getMap('rows').get(id));
      for (const { language, now } of entry ? texts : [])
        if (entry?.get(seenTextKey(language)) !== now) entry?.set(seenTextKey(language), now);
    }
  }, origin);
}

/** Whoever takes a recommendation now sees its position and its texts as they are: neither is news in that row. */
export function seeAsItIs(doc: Y.Doc, row: RowId, one: Recommendation, origin: unknown = null): void {
  if (one.was !== undefined) seePositions(doc, [[row, one.position]], origin);
  const texts = Object.keys(one.wasText ?? {}).map((language) => ({ language, now: one.text[language] ?? '' }));
  seeTexts(doc, [[row, texts]], origin);
}

/** Blanks and signs that nobody sees are no words. */
function visible(text: string): string {
  return text.replace(/[\s\u200b-\u200d\u2060\u00ad\ufeff]+/g, '');
}
