import type { WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { compareOverlaps, type OverlapView, overlapChoices, overlapKey } from '@board/shared/screen-view';
import { useTranslation } from 'react-i18next';
import { decideOverlap } from '../../../api/screen-commands.ts';
import { RefusalBanner } from '../../../ui/banner.tsx';
import { GroupMark } from '../../../ui/group-mark.tsx';
import { SegmentedChoice } from '../../../ui/segmented-choice.tsx';
import { wordsIn } from '../../plenary/words-in.ts';
import home from '../home.module.css';
import { orderedGroups } from '../ordered-groups.ts';
import { useCommand } from '../use-command.ts';
import styles from './overlap-list.module.css';

/** What several groups have in their strategies, and what the hall has said about each. */
export function OverlapList({ workshopId, view }: { workshopId: WorkshopId; view: LiveView }) {
  const { t } = useTranslation('screen');
  const { t: ofHall } = useTranslation('hall');
  const { run, refusal } = useCommand();
  const overlaps = Object.values(view.overlaps).sort(compareOverlaps);
  const unlisted = view.overlapCount - overlaps.length;
  const done = overlaps.filter(({ decided }) => decided !== null).length;
  return (
    <section className={home['part']} aria-labelledby="shared">
      <h2 id="shared">{t('overlaps.title')}</h2>
      <p className={home['hint']}>
        {t('overlaps.count', { count: overlaps.length, done })}
        {unlisted > 0 && ` ${ofHall('overlaps.more', { count: unlisted })} ${ofHall('overlaps.order')}`}
      </p>
      <RefusalBanner refusal={refusal} />
      {overlaps.length > 0 && (
        <ul className={styles['list']}>
          {overlaps.map((overlap) => (
            <OverlapLine
              key={overlapKey(overlap)}
              overlap={overlap}
              view={view}
              onChoose={(choice) => {
                const { kind, of } = overlap;
                void run(() => decideOverlap(workshopId, { kind, of, choice }));
              }}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

const notYet = 'none';

interface OverlapLineProps {
  overlap: OverlapView;
  view: LiveView;
  onChoose: (choice: OverlapView['decided']) => void;
}

function OverlapLine({ overlap, view, onChoose }: OverlapLineProps) {
  const { t, i18n } = useTranslation('screen');
  const { kind, name, text, decided } = overlap;
  const { words, language } = wordsIn(text, i18n.language);
  const groups = orderedGroups(view).filter(({ id }) => overlap.groups.includes(id));
  return (
    <li>
      <div>
        <p className={styles['kind']}>{t(`overlap.kind.${kind}`)}</p>
        <p dir="auto">
          <bdi className={styles['name']}>{name}</bdi> <span lang={language}>{words}</span>
        </p>
        <p className={styles['groups']}>
          {groups.map(({ id, group }) => (
            <GroupMark key={id} name={group.name} place={group.place} withName />
          ))}
        </p>
      </div>
      <SegmentedChoice
        labelHidden
        label={t('overlaps.decide', { what: name })}
        options={[
          { value: notYet, label: t('overlaps.none') },
          ...overlapChoices.map((value) => ({ value: value as string, label: t(`overlap.choice.${value}`) })),
        ]}
        value={decided ?? notYet}
        onChange={(value) => onChoose(overlapChoices.find((choice) => choice === value) ?? null)}
      />
    </li>
  );
}
