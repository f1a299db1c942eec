import type { WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { useTranslation } from 'react-i18next';
import type { Address } from '../../address.ts';
import { useDocument } from '../../sync/use-document.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { stepsInOrder } from '../../ui/hall/steps.ts';
import { SaveState } from '../../ui/save-state.tsx';
import { WorkshopGate } from '../../ui/workshop-gate.tsx';
import styles from './agenda.module.css';
import { AgendaList } from './agenda-list.tsx';
import { AgendaTools } from './agenda-tools.tsx';

/** The agenda of the workshop: read by everybody, written by facilitators. */
export function AgendaPage({ workshopId }: Address) {
  return (
    <WorkshopGate workshopId={workshopId} here="agenda">
      {({ view, me }) =>
        me.may.facilitate && view.stage !== 'closed' ? (
          <Written workshopId={workshopId} view={view} />
        ) : (
          <Read view={view} />
        )
      }
    </WorkshopGate>
  );
}

function Read({ view }: { view: LiveView }) {
  const { t } = useTranslation('agenda');
  const steps = stepsInOrder(view.agenda);
  return (
    <div className={styles['page']}>
      <h1>{t('title')}</h1>
      {steps.length === 0 ? (
        <EmptyState title={t('empty.title')}>{t('empty.readOnly')}</EmptyState>
      ) : (
        <AgendaList steps={steps} now={view.now.step} />
      )}
    </div>
  );
}

function Written({ workshopId, view }: { workshopId: WorkshopId; view: LiveView }) {
  const { t } = useTranslation('agenda');
  const { doc, undo, origin, status } = useDocument(workshopId, 'board');
  const steps = stepsInOrder(view.agenda);
  return (
    <div className={styles['page']}>
      <div className={styles['head']}>
        <h1>{t('title')}</h1>
        <SaveState status={status} />
      </div>
      <p className={styles['soft']}>{t('hint')}</p>
      <AgendaTools {...{ doc, undo, origin }} steps={steps} now={view.now.step} />
    </div>
  );
}
