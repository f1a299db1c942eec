import type { WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.ts';
import { CharterLinks } from './charter-links.tsx';
import styles from './control-parts.module.css';
import { FirstSteps } from './first-steps.tsx';
import { Goalposts } from './goalposts.tsx';
import { GroupTable } from './group-table.tsx';
import { JoinBlock } from './join-block.tsx';
import { PeopleList } from './people-list.tsx';
import { OverlapList } from './screen/overlap-list.tsx';
import { ScreenControl } from './screen/screen-control.tsx';
import { type Part, partInFragment, parts, usePart } from './use-part.ts';

interface PartsProps {
  workshopId: WorkshopId;
  view: LiveView;
}

/** Everything that is not needed at every moment: one part at a time, each with a link of its own. What was begun in a part stays when another is looked at. */
export function ControlParts({ workshopId, view }: PartsProps) {
  const { t } = useTranslation('hall');
  const named = usePart();
  const part = named ?? (view.stage === 'lobby' ? 'preparation' : 'groups');
  const [seen, setSeen] = useState<ReadonlySet<Part>>(new Set([part]));
  if (!seen.has(part)) setSeen(new Set([...seen, part]));
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    // Who comes by a link to a part has come for it.
    if (partInFragment(location.hash)) nav.current?.scrollIntoView();
  }, []);
  return (
    <div className={styles['parts']}>
      <nav ref={nav} className={styles['nav']} aria-label={t('desk.parts')}>
        {parts.map((one) => (
          <PartLink key={one} part={one} isHere={one === part} view={view} />
        ))}
      </nav>
      {parts.map(
        (one) =>
          seen.has(one) && (
            <div key={one} className={styles['part']} hidden={one !== part}>
              {contentOf(one, { workshopId, view })}
            </div>
          ),
      )}
    </div>
  );
}

function PartLink({ part, isHere, view }: { part: Part; isHere: boolean; view: LiveView }) {
  const { t } = useTranslation('hall');
  const format = useFormat();
  const count = countIn(part, view);
  return (
    <a href={`#${part}`} aria-current={isHere ? 'true' : undefined}>
      {t(`desk.part.${part}`)}
      {count !== null && <span className={styles['count']}>{format.number(count)}</span>}
    </a>
  );
}

/** What a part has to do with; null where no number tells anything. */
function countIn(part: Part, view: LiveView): number | null {
  if (part === 'groups') return Object.keys(view.groups).length;
  if (part === 'people') return view.people.joined;
  if (part === 'overlaps') return view.overlapCount;
  return null;
}

function contentOf(part: Part, { workshopId, view }: PartsProps): ReactNode {
  switch (part) {
    case 'preparation':
      return (
        <>
          <FirstSteps workshopId={workshopId} view={view} />
          <Goalposts workshopId={workshopId} view={view} />
        </>
      );
    case 'groups':
      return <GroupTable workshopId={workshopId} view={view} />;
    case 'people':
      return <PeopleList workshopId={workshopId} view={view} />;
    case 'screen':
      return <ScreenControl workshopId={workshopId} view={view} />;
    case 'overlaps':
      return <OverlapList workshopId={workshopId} view={view} />;
    case 'links':
      return (
        <>
          <JoinBlock workshopId={workshopId} joinCode={view.workshop.joinCode} />
          <CharterLinks workshopId={workshopId} isAdopted={view.charter.adopted !== null} />
        </>
      );
  }
}
