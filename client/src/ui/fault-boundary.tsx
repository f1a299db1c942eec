import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { EmptyState } from './empty-state.tsx';
import styles from './page.module.css';

/** Thrown when the code of a page did not arrive. */
export class PageNotLoaded extends Error {}

/** Catches what a page throws while it is drawn, and says in words that nothing saved is lost. */
export class FaultBoundary extends Component<{ children: ReactNode }, { fault: unknown }> {
  override state: { fault: unknown } = { fault: null };

  static getDerivedStateFromError(fault: unknown): { fault: unknown } {
    return { fault };
  }

  override render(): ReactNode {
    const { fault } = this.state;
    return fault === null ? this.props.children : <Fault isNetwork={fault instanceof PageNotLoaded} />;
  }
}

function Fault({ isNetwork }: { isNetwork: boolean }) {
  const { t } = useTranslation();
  return (
    <main className={styles['sheet']}>
      <EmptyState
        wholePage
        title={t(isNetwork ? 'fault.notLoaded' : 'fault.title')}
        action={
          <Button kind="primary" onPress={() => location.reload()}>
            {t('fault.reload')}
          </Button>
        }
      >
        {isNetwork ? (
          t('errors.offline')
        ) : (
          <>
            {t('fault.text')} <a href="/">{t('words.toStart')}</a>
          </>
        )}
      </EmptyState>
    </main>
  );
}
