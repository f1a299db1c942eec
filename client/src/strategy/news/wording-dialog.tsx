import type { TextNews } from '@board/shared/model/text-news';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { WordDifference } from '../../ui/word-difference.tsx';
import { useLanguageName } from '../other-language.tsx';
import styles from './news.module.css';

interface Props {
  texts: readonly TextNews[];
  /** The row's name. */
  title: string;
  onClose: () => void;
  /** Null for who does not see it for the group. */
  onSeen: (() => void) | null;
}

/** What has changed in a recommendation's words since the group wrote to it, word by word, in each language. */
export function WordingDialog({ texts, title, onClose, onSeen }: Props) {
  const { t } = useTranslation('merge');
  const nameOf = useLanguageName();
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          {onSeen && (
            <Button
              kind="primary"
              onPress={() => {
                // Closed first, so that the focus goes back before the button that it goes to is gone.
                onClose();
                onSeen();
              }}
            >
              {t('news.seen')}
            </Button>
          )}
          <Button onPress={onClose}>{t('words.close', { ns: 'frame' })}</Button>
        </>
      }
    >
      <p>{t('news.wordingHint')}</p>
      {texts.map(({ language, was, now }) => (
        <section key={language} className={styles['text']}>
          {texts.length > 1 && <h3>{nameOf(language)}</h3>}
          <WordDifference before={was} after={now} lang={language} />
        </section>
      ))}
    </Dialog>
  );
}
