import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import styles from './join.module.css';

export interface OtherWaysProps {
  busyAs: string | null | undefined;
  onObserve: () => void;
}

/** Watching without taking part: as an observer, or as the projector. Quiet, since almost nobody needs it. */
export function OtherWays({ busyAs, onObserve }: OtherWaysProps) {
  const { t } = useTranslation('join');
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
        <LinkButton href="/screen" size="small" icon="screen">
          {t('other.screenGo')}
        </LinkButton>
      </div>
    </details>
  );
}
