import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import type { Aside } from '../../sync/set-aside.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import styles from './group.module.css';

interface Props {
  aside: Aside;
  /** The document as it is now, to leave out what is in it. */
  now: Y.Doc | null;
  onDiscard: () => void;
}

/** Offers back the words of a copy that was set aside, since they were never stored. */
export function AsideBanner({ aside, now, onDiscard }: Props) {
  const { t } = useTranslation('group');
  const [words, setWords] = useState<readonly string[] | null>(null);
  const [isAsking, setAsking] = useState(false);
  const show = async (): Promise<void> => {
    if (now) setWords(await aside.readWords(now));
  };
  return (
    <Banner kind="warning" title={t('aside.title', { count: aside.edits })}>
      <div className={styles['aside']}>
        <p>{t(aside.why === 'read-only' ? 'aside.readOnly' : 'aside.moved')}</p>
        {words?.length === 0 && <p>{t('aside.none')}</p>}
        {words && words.length > 0 && (
          <TextArea label={t('aside.words')} hint={t('aside.hint')} value={words.join('\n\n')} rows={6} isReadOnly />
        )}
        <div className={styles['buttons']}>
          {words === null && <Button onPress={show}>{t('aside.show')}</Button>}
          <Button onPress={() => setAsking(true)}>{t('aside.discard')}</Button>
        </div>
      </div>
      {isAsking && (
        <ConfirmDialog
          title={t('aside.discardTitle')}
          text={t('aside.discardText')}
          confirm={t('aside.discard')}
          onConfirm={onDiscard}
          onClose={() => setAsking(false)}
        />
      )}
    </Banner>
  );
}
