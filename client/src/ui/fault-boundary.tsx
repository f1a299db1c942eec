import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { EmptyState } from './empty-state.tsx';
import styles from './page.module.css';

/** Catches what a page throws while it is drawn, and says in words that nothing saved is lost. */
export class FaultBoundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    return this.state.hasFailed ? <Fault /> : this.props.children;
  }
}

function Fault() {
  const { t } = useTranslation();
  return (
    <main className={styles['sheet']}>
      <EmptyState
        wholePage
        title={t('fault.title')}
        action={
          <Button kind="primary" onPress={() => location.reload()}>
            {t('fault.reload')}
          </Button>
        }
      >
        {t('fault.text')} <a href="/">{t('words.toStart')}</a>
      </EmptyState>
    </main>
  );
}
