import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import styles from './join.module.css';

export interface OtherWaysProps {
  busyAs: string | null | undefined;
  onObserve: () => void;
  /** The screen's name, in the reader's language. */
  onBecomeScreen: (name: string) => void;
}

/** Watching without taking part: as an observer, or as the projector. Quiet, since almost nobody needs it. */
export function OtherWays({ busyAs, onObserve, onBecomeScreen }: OtherWaysProps) {
  const { t } = useTranslation(['join', 'frame']);
  return (
    <details className={styles['other']}>
      <summary>{t('other.title')}</summary>
      <div className={styles['ways']}>
        <p>
          <strong>{t('other.observer')}.</strong> {t('other.observerMeaning')}
        </p>
        <Button size="small" busy={busyAs === 'observer'} onPress={onObserve}>
          {t('other.observerGo')}
        </Button>
        <p>
          <strong>{t('other.screen')}.</strong> {t('other.screenMeaning')}
        </p>
        <Button
          size="small"
          icon="screen"
          busy={busyAs === 'screen'}
          onPress={() => onBecomeScreen(t('frame:role.screen'))}
        >
          {t('other.screenGo')}
        </Button>
      </div>
    </details>
  );
}
