import type { SetScreen } from '@board/shared/commands-screen';
import type { GroupId, WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { type ScreenChoice, screenChoices } from '@board/shared/screen-view';
import { useTranslation } from 'react-i18next';
import { setScreen } from '../../../api/screen-commands.ts';
import { Button } from '../../../ui/button.tsx';
import { SegmentedChoice } from '../../../ui/segmented-choice.tsx';
import { Select } from '../../../ui/select.tsx';
import home from '../home.module.css';
import { orderedGroups } from '../ordered-groups.ts';
import type { useCommand } from '../use-command.ts';
import styles from './screen-control.module.css';

/** A screen turns back to its first page by itself, so that this only needs to be large. */
const mostPages = 999;
/** What always stands on one page. */
const onePage: ReadonlySet<ScreenChoice> = new Set(['join', 'wall', 'coverage']);

export interface ScreenChoicesProps {
  workshopId: WorkshopId;
  view: LiveView;
  run: ReturnType<typeof useCommand>['run'];
}

/** What the screens show: one press each. */
export function ScreenChoices({ workshopId, view, run }: ScreenChoicesProps) {
  const { t } = useTranslation('screen');
  const { shows, group, page } = view.screen;
  const groups = orderedGroups(view);
  const next = groups.find((one) => !one.group.presented) ?? groups[0];
  const set = (body: SetScreen) => run(() => setScreen(workshopId, body));
  const choose = (choice: ScreenChoice) =>
    set(choice === 'group' && next ? { shows: choice, group: group ?? next.id } : { shows: choice });
  const offered = screenChoices.filter(
    (choice) => (choice !== 'group' || next) && (choice !== 'closing' || view.charter.adopted || shows === choice),
  );
  return (
    <div className={styles['choices']}>
      <SegmentedChoice
        label={t('control.shows')}
        options={offered.map((value) => ({ value, label: t(`control.choice.${value}`) }))}
        value={shows}
        onChange={(choice) => void choose(choice)}
      />
      <div className={styles['line']}>
        {shows === 'group' && (
          <Select
            compact
            label={t('control.group')}
            options={groups.map(({ id, group: { name } }) => ({ value: id as string, label: name }))}
            value={group ?? ''}
            onChange={(id) => void set({ shows: 'group', group: id as GroupId })}
          />
        )}
        {!onePage.has(shows) && (
          <Button size="small" icon="forward" onPress={() => set({ page: (page + 1) % mostPages })}>
            {t('control.turn')}
          </Button>
        )}
      </div>
      <p className={home['hint']}>{t(shows === 'stage' ? 'control.byStage' : 'control.held')}</p>
    </div>
  );
}
