import { loadSdgTitles, type SdgNamer } from '@board/shared/upr/sdg-titles';
import { loadStateNames, type StateNamer } from '@board/shared/upr/state-names';
import { createInstance, type Resource, type TFunction } from 'i18next';
import { type Format, formatFor } from '../../format.ts';
import { type Direction, directionOf } from '../../languages.ts';

/** The namespaces that documents take words from. */
export const documentWords = ['takehome', 'strategy', 'charter', 'vote', 'frame'] as const;

/** Gives words of all these namespaces, by `namespace:key`. */
export type DocumentT = TFunction<readonly ['takehome', 'strategy', 'charter', 'vote', 'frame']>;

/** Everything that a document needs to be written in one language. */
export interface Words {
  language: string;
  direction: Direction;
  t: DocumentT;
  /** The same for what asks words of the table's namespace only. */
  strategyT: TFunction<'strategy'>;
  format: Format;
  nameOfState: StateNamer;
  titleOfTarget: SdgNamer;
}

/** Words from what the page has loaded of a language, and of English for what that language lacks. */
export async function wordsFrom(language: string, resources: Resource): Promise<Words> {
  const own = createInstance();
  const [t, nameOfState, titleOfTarget] = await Promise.all([
    own.init({
      lng: language,
      fallbackLng: 'en',
      resources,
      ns: [...documentWords],
      defaultNS: 'takehome',
      interpolation: { escapeValue: false },
    }),
    loadStateNames(language),
    loadSdgTitles(language),
  ]);
  return {
    language,
    direction: directionOf(language),
    t: t as unknown as DocumentT,
    strategyT: own.getFixedT(null, 'strategy') as unknown as TFunction<'strategy'>,
    format: formatFor(language),
    nameOfState,
    titleOfTarget,
  };
}
