import { type SdgNamer, type SdgTables, sdgNamer } from '@board/shared/upr/sdg-titles';
import { type StateNamer, type StateNames, stateNamer } from '@board/shared/upr/state-names';
import { createInstance, type Resource, type TFunction } from 'i18next';
import { type RecordWords, recordNamespaces } from '../../charter/record-lines.ts';
import { type Format, formatFor } from '../../format.ts';
import { type Direction, directionOf } from '../../languages.ts';

/** The namespaces that documents take words from. */
export const documentWords = ['takehome', 'strategy', 'charter', 'vote', 'frame', 'merge', 'hall'] as const;

/** Gives words of all these namespaces, by `namespace:key`. */
export type DocumentT = TFunction<readonly ['takehome', 'strategy', 'charter', 'vote', 'frame', 'merge', 'hall']>;

/** Everything that a document needs to be written in one language. */
export interface Words {
  language: string;
  direction: Direction;
  t: DocumentT;
  /** The same for what asks words of the table's namespace only. */
  strategyT: TFunction<'strategy'>;
  /** The same for the record of an adoption, as the page writes it. */
  recordT: RecordWords['t'];
  /** The same for what asks words of votes only. */
  voteT: TFunction<'vote'>;
  format: Format;
  nameOfState: StateNamer;
  titleOfTarget: SdgNamer;
}

/** What `Words` are made from: plain values, so that a worker can be handed all of it and has nothing to fetch. */
export interface WordSource {
  language: string;
  /** Words by language and namespace. */
  resources: Resource;
  states: StateNames;
  targets: SdgTables;
}

/** Words from what the page has loaded of a language, and of English for what that language lacks. */
export async function wordsFrom({ language, resources, states, targets }: WordSource): Promise<Words> {
  const own = createInstance();
  const t = await own.init({
    lng: language,
    fallbackLng: 'en',
    resources,
    ns: [...documentWords],
    defaultNS: 'takehome',
    interpolation: { escapeValue: false },
  });
  return {
    language,
    direction: directionOf(language),
    t: t as unknown as DocumentT,
    strategyT: own.getFixedT(null, 'strategy') as unknown as TFunction<'strategy'>,
    voteT: own.getFixedT(null, 'vote') as unknown as TFunction<'vote'>,
    recordT: own.getFixedT(null, recordNamespaces) as unknown as RecordWords['t'],
    format: formatFor(language),
    nameOfState: stateNamer(states),
    titleOfTarget: sdgNamer(targets),
  };
}
