import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import type { PlacedText } from '../sync/document-words.ts';
import type { Aside } from '../sync/set-aside.ts';
import styles from './aside-banner.module.css';
import { Banner } from './banner.tsx';
import { Button } from './button.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { PlacedWords } from './placed-words.tsx';

export interface AsideBannerProps {
  aside: Aside;
  /** The document as it is on the server, to leave out what is in it; null while that is not known. */
  now: Y.Doc | null;
  /** Which document it is, where that is not plain from the page. */
  where?: string;
  /** They have not been set aside: they are sent as soon as the server lets this device in. */
  isWaiting?: boolean;
  onDiscard?: () => void;
}

/** Offers back the words of a copy that were never stored, so that they can be copied out. */
export function AsideBanner({ aside, now, where, isWaiting, onDiscard }: AsideBannerProps) {
  const { t } = useTranslation();
  const words = useWords(aside, now);
  const [isAsking, setAsking] = useState(false);
  return (
    <Banner kind="warning" title={where ? t('kept.titleIn', { where }) : t('kept.title')}>
      <div className={styles['aside']}>
        <p>{t(isWaiting ? 'kept.why.waiting' : `kept.why.${aside.why}`)}</p>
        {words && (words.length === 0 ? <p>{t('kept.none')}</p> : <PlacedWords words={words} />)}
        {onDiscard && (
          <div>
            <Button size="small" onPress={() => setAsking(true)}>
              {t('kept.discard')}
            </Button>
          </div>
        )}
      </div>
      {isAsking && onDiscard && (
        <ConfirmDialog
          title={t('kept.discardTitle')}
          text={t('kept.discardText')}
          confirm={t('kept.discard')}
          onConfirm={onDiscard}
          onClose={() => setAsking(false)}
        />
      )}
    </Banner>
  );
}

/** The words of a copy; null while they are being read. */
function useWords({ name, readWords }: Aside, now: Y.Doc | null): readonly PlacedText[] | null {
  const [words, setWords] = useState<{ name: string; list: PlacedText[] } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void readWords(now).then((list) => isCurrent && setWords({ name, list }));
    return () => {
      isCurrent = false;
    };
  }, [name, readWords, now]);
  return words?.name === name ? words.list : null;
}
