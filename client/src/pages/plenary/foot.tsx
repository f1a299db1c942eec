import type { LiveView } from '@board/shared/live-view';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeAppearance } from '../../theme/appearance.ts';
import { Button } from '../../ui/button.tsx';
import styles from './foot.module.css';
import type { PresenterKey } from './keys.ts';
import type { Scene } from './scene.ts';

export interface FootProps {
  view: LiveView;
  scene: Scene;
  isLive: boolean;
  page: number;
  pages: number;
  onKey: (key: PresenterKey) => void;
}

/** Whose workshop this is, whether the screen is live, and the few buttons for whoever stands at it. */
export function Foot({ view, scene, isLive, page, pages, onKey }: FootProps) {
  const { t } = useTranslation('plenary');
  const isResult = scene.scene === 'vote' && scene.vote.result !== null;
  return (
    <footer className={styles['foot']}>
      <p className={styles['title']} dir="auto">
        {view.workshop.title}
      </p>
      <p className={styles['state']} role="status">
        {!isLive && t('foot.away')}
      </p>
      <ScreenChoices />
      <div className={styles['buttons']}>
        {scene.scene === 'group' && (
          <Button kind="plain" onPress={() => onKey('back')}>
            {t('foot.all')}
          </Button>
        )}
        {isResult && (
          <Button kind="plain" onPress={() => onKey('back')}>
            {t('foot.toCharter')}
          </Button>
        )}
        {(pages > 1 || scene.scene === 'group') && (
          <>
            <Button kind="plain" onPress={() => onKey('previous')}>
              {t('foot.previous')}
            </Button>
            <span className={styles['page']}>{t('foot.page', { page: page + 1, pages })}</span>
            <Button kind="plain" onPress={() => onKey('next')}>
              {t('foot.next')}
            </Button>
          </>
        )}
      </div>
    </footer>
  );
}

/** Paper or night, and the whole screen where the browser can. Shown when a pointer or the keyboard comes near. */
function ScreenChoices() {
  const { t } = useTranslation('plenary');
  const [isDark, setDark] = useState(
    () => getComputedStyle(document.documentElement).colorScheme === 'dark' || prefersDark(),
  );
  return (
    <span className={styles['choices']}>
      <Button
        kind="plain"
        onPress={() => {
          changeAppearance(isDark ? 'light' : 'dark');
          setDark(!isDark);
        }}
      >
        {t(isDark ? 'foot.light' : 'foot.dark')}
      </Button>
      {document.fullscreenEnabled && (
        <Button kind="plain" onPress={() => void toggleFullScreen()}>
          {t('foot.fullScreen')}
        </Button>
      )}
    </span>
  );
}

function prefersDark(): boolean {
  const chosen = document.documentElement.dataset['theme'];
  return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}

async function toggleFullScreen(): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen();
  else await document.documentElement.requestFullscreen();
}
