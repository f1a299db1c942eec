import type { Recommendation } from '@board/shared/model/catalogue';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Incoming } from '../../../files/merge/incoming.ts';
import {
  addedKey,
  type Choices,
  type Difference,
  isAdded,
  isTaken,
  type MergePlan,
} from '../../../files/merge/plan.ts';
import { PositionTag } from '../../../ui/tag.tsx';
import { useStateNames } from '../state-names.ts';
import type { ChangeItem } from './change-part.tsx';
import { DifferenceShown } from './difference-shown.tsx';
import { useLanguageName } from './language-name.ts';

/** One list of the preview. */
export interface MergePart {
  key: string;
  title: string;
  items: ChangeItem[];
  hint?: string;
  isFolded?: boolean;
  isOneByOne?: boolean;
}

type Placed = { number: string; id: Recommendation['id']; difference: Difference };

/** A plan as lists for the eye: what has to be decided, then positions, words, the rest, and what is new. */
export function useMergeParts(plan: MergePlan, choices: Choices, catalogue: readonly Recommendation[]): MergePart[] {
  const { t } = useTranslation('merge');
  const languageName = useLanguageName();
  const nameOf = useStateNames();
  const byId = useMemo(() => new Map(catalogue.map((one) => [one.id, one])), [catalogue]);
  const all = plan.changed.flatMap(({ id, number, differences }) =>
    differences.map((difference): Placed => ({ id, number, difference })),
  );
  const whatOf = ({ field }: Difference): string =>
    field.startsWith('text:')
      ? t('field.text', { language: languageName(field.slice(5)) })
      : t(`field.${field as 'position' | 'states' | 'themes' | 'sdgs' | 'source' | 'number'}`);
  const itemOf = ({ id, number, difference }: Placed): ChangeItem => ({
    key: difference.key,
    number,
    spoken: t('take', { number, what: whatOf(difference) }),
    isChosen: isTaken(difference, choices),
    shown: <DifferenceShown difference={difference} recommendation={byId.get(id)} nameOf={nameOf} />,
  });
  const itemsOf = (isWanted: (difference: Difference) => boolean): ChangeItem[] =>
    all.filter(({ difference }) => difference.doubt === null && isWanted(difference)).map(itemOf);
  const doubtful = (isWanted: (doubt: Difference['doubt']) => boolean): ChangeItem[] =>
    all.filter(({ difference }) => isWanted(difference.doubt)).map(itemOf);
  const isText = ({ field }: Difference): boolean => field.startsWith('text:');
  const isNewText = (one: Difference): boolean => isText(one) && one.before === null;
  const languages = [...new Set(all.filter(({ difference }) => isNewText(difference)).map(languageOf))];
  return [
    {
      key: 'doubts',
      title: t('part.doubts'),
      isOneByOne: true,
      items: doubtful((doubt) => doubt !== null && doubt !== 'answered' && doubt !== 'other-words'),
    },
    {
      key: 'other',
      title: t(plan.otherList === null ? 'part.other' : 'part.otherList'),
      ...(plan.otherList === null && { hint: t('doubt.other-words') }),
      items: doubtful((doubt) => doubt === 'other-words'),
    },
    { key: 'number', title: t('part.number'), items: itemsOf(({ field }) => field === 'number') },
    { key: 'position', title: t('part.position'), items: itemsOf(({ field }) => field === 'position') },
    { key: 'text', title: t('part.text'), items: itemsOf((one) => isText(one) && !isNewText(one)) },
    ...languages.map((code) => ({
      key: `translation ${code}`,
      title: t('part.translation', { language: languageName(code) }),
      isFolded: true,
      items: itemsOf((one) => isNewText(one) && one.field === `text:${code}`),
    })),
    {
      key: 'facts',
      title: t('part.facts'),
      isFolded: true,
      items: itemsOf((one) => !isText(one) && one.field !== 'position' && one.field !== 'number'),
    },
    {
      key: 'answered',
      title: t('part.answered'),
      hint: t('doubt.answered'),
      isFolded: true,
      items: doubtful((doubt) => doubt === 'answered'),
    },
    {
      key: 'added',
      title: t('part.added'),
      items: plan.added.map((one) => ({
        key: addedKey(one),
        number: one.number,
        spoken: t('takeNew', { number: one.number }),
        isChosen: isAdded(plan, one, choices),
        shown: <NewOne one={one} nameOf={nameOf} />,
      })),
    },
  ];
}

function languageOf({ difference }: Placed): string {
  return difference.field.slice('text:'.length);
}

function NewOne({ one, nameOf }: { one: Incoming; nameOf: (state: string) => string }) {
  return (
    <>
      {Object.entries(one.text).map(([language, words]) => (
        <p key={language} dir="auto" lang={language}>
          {words} ({one.states.map(nameOf).join(', ') || '–'})
        </p>
      ))}
      <p>
        <PositionTag position={one.position ?? 'pending'} />
      </p>
    </>
  );
}
