import { type NewRecommendation, takeIn } from '@board/shared/model/catalogue';
import * as Y from 'yjs';

/** A recommendation of which nothing is known yet. */
export const base: NewRecommendation = {
  number: '',
  text: {},
  states: [],
  position: 'pending',
  themes: [],
  source: '',
};

/** A catalogue that these were taken into. */
export function catalogueOf(...list: Partial<NewRecommendation>[]): Y.Doc {
  const doc = new Y.Doc();
  takeIn(
    doc,
    list.map((one) => ({ ...base, ...one })),
  );
  return doc;
}
