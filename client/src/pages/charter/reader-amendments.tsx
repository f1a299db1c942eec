import type { AmendmentId, PersonId, WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import type { CharterPlace } from '@board/shared/model/charter';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withdrawAmendment } from '../../api/amendments.ts';
import { AmendmentWords } from '../../charter/amendment-words.tsx';
import styles from '../../charter/amendments.module.css';
import { type Amendment, amendmentsTo, amendmentsToNothing } from '../../charter/amendments.ts';
import type { Authors } from '../../charter/use-authors.ts';
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
  /** One's own amendments are in it. */
  authors: Authors;
  /** Whether other words can be proposed now. */
  mayAmend: boolean;
}

/** What has been proposed for one text of the charter: one's own and what the hall looks at in sight, the rest folded; and the button to propose. */
export function ReaderAmendments(props: ReaderAmendmentsProps) {
  const { workshopId, personId, view, place, words, authors, mayAmend } = props;
  const { t } = useTranslation('amendments');
  const { name, title } = usePlaceName(view)(place);
  const [isWriting, setWriting] = useState(false);
  const { open, settled } = amendmentsTo(view, place);
  const own = open.find(({ id }) => authors.has(id));
  const lastOwn = own ?? settled.find(({ id }) => authors.has(id));
  const inSight = [...open, ...settled].filter((one) => one.shown || one === lastOwn);
  const folded = [...open, ...settled].filter((one) => !inSight.includes(one));
  return (
    <div className={styles['list']}>
      <Lines {...{ workshopId, authors, amendments: inSight }}>
        {mayAmend && words !== '' && (
          <Button kind="plain" size="small" onPress={() => setWriting(true)}>
            {t('propose.change')}
          </Button>
        )}
      </Lines>
      <Folded {...{ workshopId, authors, amendments: folded }} of={name} />
      {mayAmend && !own && words !== '' && (
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
          own={own?.text ?? null}
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
  authors,
}: Pick<ReaderAmendmentsProps, 'workshopId' | 'view' | 'authors'>) {
  const { t } = useTranslation('amendments');
  const own = amendmentsToNothing(view).open.filter(({ id }) => authors.has(id));
  if (own.length === 0) return null;
  return (
    <section className={styles['list']} aria-label={t('list.nothing')}>
      <p className={styles['soft']}>{t('list.nothing')}</p>
      <Lines {...{ workshopId, authors, amendments: own }} />
    </section>
  );
}

interface LinesProps {
  workshopId: WorkshopId;
  authors: Authors;
  amendments: readonly Amendment[];
  /** What else can be done with one's own that is open. */
  children?: ReactNode;
}

function Folded({ of, ...lines }: LinesProps & { of: string }) {
  const { t } = useTranslation('amendments');
  if (lines.amendments.length === 0) return null;
  const open = lines.amendments.filter(({ settled }) => settled === null).length;
  const count = lines.amendments.length;
  return (
    <details className={styles['others']}>
      <summary aria-label={t('list.of', { what: of })}>
        {open > 0 ? t('list.open', { count: open }) : t('list.settled', { count })}
      </summary>
      <Lines {...lines} />
    </details>
  );
}

function Lines({ workshopId, authors, amendments, children }: LinesProps) {
  const { t } = useTranslation('amendments');
  const { run, isBusy, refusal } = useCommand();
  const withdraw = (id: AmendmentId) => run(() => withdrawAmendment(workshopId, id), t('list.withdrawn'));
  return (
    <>
      {amendments.map((one) => {
        const isOwn = authors.has(one.id);
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
