import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Wording } from '../../vote/wording.tsx';
import styles from './long-wording.module.css';

/** Above this many characters the choices would be out of a thumb's reach: then the words are folded at first. */
const shownAtOnce = 900;

/** The exact words of a vote; a whole charter is folded until somebody unfolds it. */
export function LongWording({ text }: { text: string }) {
  const { t } = useTranslation('vote');
  const [isUnfolded, setUnfolded] = useState(false);
  const isFolded = text.length > shownAtOnce && !isUnfolded;
  return (
    <section aria-label={t('wordsLabel')} className={styles['long']}>
      <div className={styles['words']} data-folded={isFolded || undefined}>
        <Wording text={text} />
      </div>
      {text.length > shownAtOnce && (
        <div>
          <Button kind="plain" icon="expand" onPress={() => setUnfolded(!isUnfolded)} aria-expanded={isUnfolded}>
            {isFolded ? t('showAll') : t('showLess')}
          </Button>
        </div>
      )}
    </section>
  );
}
