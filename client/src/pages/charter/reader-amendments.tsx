import type { AmendmentId, PersonId, WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import type { CharterPlace } from '@board/shared/model/charter';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withdrawAmendment } from '../../api/amendments.ts';
import { AmendmentWords } from '../../charter/amendment-words.tsx';
import styles from '../../charter/amendments.module.css';
import { type Amendment, amendmentsTo, amendmentsToNothing } from '../../charter/amendments.ts';
import { FoldedList } from '../../charter/folded-list.tsx';
import { RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { useCommand } from '../home/use-command.ts';
import { AmendDialog } from './amend-dialog.tsx';
import { usePlaceName } from './place-name.ts';

export interface ReaderAmendmentsProps {
  workshopId: WorkshopId;
  /** Who reads. */
  personId: PersonId;
  view: LiveView;
  place: CharterPlace;
  words: string;
  /** One's own amendments. */
  own: ReadonlySet<AmendmentId>;
  /** Whether other words can be proposed now. */
  mayAmend: boolean;
  /** One was sent. */
  onSent: (id: AmendmentId) => void;
}

/** What has been proposed for one text of the charter: one's own and what the hall looks at in sight, the rest folded; and the button to propose. */
export function ReaderAmendments(props: ReaderAmendmentsProps) {
  const { workshopId, personId, view, place, words, own, mayAmend, onSent } = props;
  const { t } = useTranslation('amendments');
  const { name, title } = usePlaceName(view)(place);
  const [isWriting, setWriting] = useState(false);
  const { open, settled } = amendmentsTo(view, place);
  const mine = open.find(({ id }) => own.has(id));
  const lastOwn = mine ?? settled.find(({ id }) => own.has(id));
  const inSight = [...open, ...settled].filter((one) => one.shown || one === lastOwn);
  const folded = [...open, ...settled].filter((one) => !inSight.includes(one));
  return (
    <div className={styles['list']}>
      <Lines {...{ workshopId, own, amendments: inSight }}>
        {mayAmend && words !== '' && (
          <Button kind="plain" size="small" onPress={() => setWriting(true)}>
            {t('propose.change')}
          </Button>
        )}
      </Lines>
      <Folded {...{ workshopId, own, amendments: folded }} about={name} />
      {mayAmend && !mine && words !== '' && (
        <div className={styles['plain']}>
          <Button
            kind="plain"
            size="small"
            aria-label={t('propose.of', { what: name })}
            onPress={() => setWriting(true)}
          >
            {t('propose.button')}
          </Button>
        </div>
      )}
      {isWriting && (
        <AmendDialog
          {...{ workshopId, personId, place, words, title }}
          own={mine?.text ?? null}
          onSent={onSent}
          onClose={() => setWriting(false)}
        />
      )}
    </div>
  );
}

/** One's own amendments to items that are gone: they can be read, and taken back. */
export function AmendmentsToNothing({
  workshopId,
  view,
  own,
}: Pick<ReaderAmendmentsProps, 'workshopId' | 'view' | 'own'>) {
  const { t } = useTranslation('amendments');
  const amendments = amendmentsToNothing(view).open.filter(({ id }) => own.has(id));
  if (amendments.length === 0) return null;
  return (
    <section className={styles['list']} aria-label={t('list.nothing')}>
      <p className={styles['soft']}>{t('list.nothing')}</p>
      <Lines {...{ workshopId, own, amendments }} />
    </section>
  );
}

interface LinesProps {
  workshopId: WorkshopId;
  own: ReadonlySet<AmendmentId>;
  amendments: readonly Amendment[];
  /** What else can be done with one's own that is open. */
  children?: ReactNode;
}

function Folded({ about, ...lines }: LinesProps & { about: string }) {
  const { t } = useTranslation('amendments');
  const count = lines.amendments.length;
  if (count === 0) return null;
  const open = lines.amendments.filter(({ settled }) => settled === null).length;
  const summary = open > 0 ? t('list.open', { count: open }) : t('list.settled', { count });
  return (
    <FoldedList summary={summary} about={about}>
      {() => <Lines {...lines} />}
    </FoldedList>
  );
}

function Lines({ workshopId, own, amendments, children }: LinesProps) {
  const { t } = useTranslation('amendments');
  const { run, isBusy, refusal } = useCommand();
  const withdraw = (id: AmendmentId) => run(() => withdrawAmendment(workshopId, id), t('list.withdrawn'));
  return (
    <>
      {amendments.map((one) => {
        const isOwn = own.has(one.id);
        return (
          <AmendmentWords
            key={one.id}
            amendment={one}
            by={<span>{t(isOwn ? 'list.yours' : 'list.somebody')}</span>}
            arePlain
          >
            {isOwn && one.settled === null && (
              <>
                {children}
                <Button kind="plain" size="small" busy={isBusy} onPress={() => withdraw(one.id)}>
                  {t('list.withdraw')}
                </Button>
              </>
            )}
          </AmendmentWords>
        );
      })}
      <RefusalBanner refusal={refusal} />
    </>
  );
}
