import type { CharterItemId } from '@board/shared/ids';
import type { CharterItem } from '@board/shared/model/charter';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { Wording } from '../../vote/wording.tsx';
import styles from './charter-page.module.css';

export interface MergeDialogProps {
  item: CharterItem;
  items: readonly CharterItem[];
  /** Items that a vote is open on. */
  isVoting: (id: CharterItemId) => boolean;
  onMerge: (into: CharterItem, number: number) => void;
  onClose: () => void;
}

/** Asks into which item another one goes, and shows how that then reads. */
export function MergeDialog({ item, items, isVoting, onMerge, onClose }: MergeDialogProps) {
  const { t } = useTranslation('drafting');
  const { t: frame } = useTranslation();
  const place = items.findIndex(({ id }) => id === item.id);
  const others = items
    .map((one, at) => ({ one, number: at + 1 }))
    .filter(({ one }) => one.id !== item.id && !isVoting(one.id));
  const nearest = others.find(({ number }) => number === place) ?? others.find(({ number }) => number > place);
  const [chosen, setChosen] = useState(nearest?.one.id);
  const into = others.find(({ one }) => one.id === chosen);
  return (
    <Dialog
      title={t('merge.title', { number: place + 1 })}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" isDisabled={!into} onPress={() => into && onMerge(into.one, into.number)}>
            {t('merge.go')}
          </Button>
          <Button onPress={onClose}>{frame('words.cancel')}</Button>
        </>
      }
    >
      <Select
        label={t('merge.into')}
        value={chosen ?? ''}
        onChange={(id) => setChosen(id as CharterItemId)}
        options={others.map(({ one, number }) => ({
          value: one.id,
          label: t('merge.option', { number, words: beginning(one.text) }),
        }))}
      />
      {into && (
        <section className={styles['exact']} aria-label={t('merge.preview')}>
          <p className={styles['soft']}>{t('merge.preview')}</p>
          <Wording text={`${into.one.text}\n${item.text}`} />
        </section>
      )}
      <p className={styles['soft']}>{t('merge.why')}</p>
    </Dialog>
  );
}

const shownInList = 70;

/** The first words, for a line of a list. */
function beginning(text: string): string {
  const line = text.replaceAll('\n', ' ');
  if (line.length <= shownInList) return line;
  const cut = line.slice(0, shownInList);
  return `${cut.isWellFormed() ? cut : cut.slice(0, -1)} …`;
}
