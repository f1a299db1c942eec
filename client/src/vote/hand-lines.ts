import { positions } from '@board/shared/consensus/rules';
import type { VoteResult } from '@board/shared/live-view';
import type { HandCount, RollView } from '@board/shared/vote-parts';
import type { TFunction } from 'i18next';
import { nameAmong } from '../foreign-name.ts';
import type { Format } from '../format.ts';

/** One fact under its name. */
export interface NamedLine {
  name: string;
  text: string;
}

/** The shows of hands that are in an open vote's tally, group by group, by the groups' names of then. */
export function handLines(
  { roll, result }: { roll: RollView; result: VoteResult },
  t: TFunction<'vote'>,
  format: Format,
): NamedLine[] {
  const nameOf = (id: HandCount['groupId']): string => roll.groups.find(({ groupId }) => groupId === id)?.name ?? '';
  const noGroup = t('result.noGroup');
  return (result.hands ?? []).map(({ groupId, tally }) => ({
    name: t('result.handsOf', { group: nameAmong(nameOf(groupId), noGroup) || noGroup }),
    text: format.list(
      positions.filter((one) => tally[one] > 0).map((one) => `${t(`position.${one}`)}: ${format.number(tally[one])}`),
    ),
  }));
}
