import type { LiveView } from '@board/shared/live-view';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeAppearance } from '../../theme/appearance.ts';
import { Button } from '../../ui/button.tsx';
import { AbilitiesWords } from '../../ui/hall/abilities-words.tsx';
import { TimerWords } from '../../ui/hall/timer-words.tsx';
import styles from './foot.module.css';
import type { PresenterKey } from './keys.ts';
import type { Scene } from './scene.ts';

export interface FootProps {
  view: LiveView;
  scene: Scene;
  isLive: boolean;
  page: number;
  pages: number;
  /** The projector: nobody stands at it. */
  isScreen: boolean;
  onKey: (key: PresenterKey) => void;
  /** The projector belongs to another workshop from now on. */
  onLeave?: () => void;
}

/** Whose workshop this is, whether the screen is live, and the few buttons for whoever stands at it. */
export function Foot({ view, scene, isLive, page, pages, isScreen, onKey, onLeave }: FootProps) {
  const { t } = useTranslation(['plenary', 'frame']);
  return (
    <footer className={styles['foot']}>
      <p className={styles['title']} dir="auto">
        {view.workshop.title}
      </p>
      <p className={styles['stage']}>
        <span className={styles['now']}>{t(`frame:stage.${view.stage}`)}</span> <AbilitiesWords view={view} openOnly />
      </p>
      <p className={styles['state']} role="status">
        {!isLive && t('foot.away')}
      </p>
      <div className={styles['timer']}>
        <TimerWords workshopId={view.workshop.id} />
      </div>
      <ScreenChoices isScreen={isScreen} {...(onLeave ? { onLeave } : {})} />
      {isScreen ? (
        <p className={styles['page']}>{pages > 1 && t('foot.page', { page: page + 1, pages })}</p>
      ) : (
        <Buttons {...{ scene, page, pages, onKey }} />
      )}
    </footer>
  );
}

/** The few buttons for whoever looks at this on an own device. */
function Buttons({ scene, page, pages, onKey }: Pick<FootProps, 'scene' | 'page' | 'pages' | 'onKey'>) {
  const { t } = useTranslation('plenary');
  const isResult = scene.scene === 'vote' && scene.vote.result !== null;
  return (
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
  );
}

/** Paper or night (which the control page says for a screen), and the whole screen where the browser can. Shown when a pointer or the keyboard comes near. */
function ScreenChoices({ isScreen, onLeave }: Pick<FootProps, 'isScreen' | 'onLeave'>) {
  const { t } = useTranslation(['plenary', 'screen']);
  const [isDark, setDark] = useState(
    () => getComputedStyle(document.documentElement).colorScheme === 'dark' || prefersDark(),
  );
  return (
    <span className={styles['choices']}>
      {!isScreen && (
        <Button
          kind="plain"
          onPress={() => {
            changeAppearance(isDark ? 'light' : 'dark');
            setDark(!isDark);
          }}
        >
          {t(isDark ? 'foot.light' : 'foot.dark')}
        </Button>
      )}
      {onLeave && (
        <Button kind="plain" onPress={onLeave}>
          {t('screen:leave')}
        </Button>
      )}
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
