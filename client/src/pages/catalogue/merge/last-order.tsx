import type { RecommendationId } from '@board/shared/ids';
import { type CarriedOut, type TakenBack, takeBack } from '@board/shared/model/catalogue-changes';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import { useFormat } from '../../../format.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { useArrival } from '../use-arrival.ts';
import styles from './merge.module.css';
import { useLastOrder } from './use-orders.ts';

export interface LastOrderProps {
  doc: Y.Doc;
  origin: object;
  person: string;
  /** The one that was carried out on this page just now. */
  fresh: string | null;
  /** Whether a group has taken a recommendation. */
  isInUse: (id: RecommendationId) => boolean;
}

/** Says what this person has last changed in the catalogue, and takes it back: right after without asking, later after a question. */
export function LastOrder({ doc, origin, person, fresh, isInUse }: LastOrderProps) {
  const { t } = useTranslation('merge');
  const last = useLastOrder(doc, person);
  const [isAsking, setAsking] = useState(false);
  const [result, setResult] = useState<TakenBack | null>(null);
  const take = (id: string): void => {
    setResult(takeBack(doc, id, isInUse, origin));
    setAsking(false);
  };
  return (
    <>
      {result && last?.id !== fresh && <TakenBackLine result={result} />}
      {last && last.id === fresh && <FreshOrder order={last} onTakeBack={() => take(last.id)} />}
      {last && last.id !== fresh && <OldOrder order={last} onTakeBack={() => setAsking(true)} />}
      {last && isAsking && (
        <ConfirmDialog
          title={t('takeBackTitle')}
          text={t('takeBackText')}
          confirm={t('takeBack')}
          kind="primary"
          onConfirm={() => take(last.id)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

/** Stands where the button was, and has its focus. */
function TakenBackLine({ result: { undone, kept } }: { result: TakenBack }) {
  const { t } = useTranslation('merge');
  const line = useArrival<HTMLParagraphElement>();
  return (
    <p ref={line} tabIndex={-1} className={styles['order']} role="status">
      {t('takenBack', { undone })} {kept > 0 && t('takenBackKept', { count: kept })}
    </p>
  );
}

interface OrderProps {
  order: CarriedOut;
  onTakeBack: () => void;
}

/** Stands above the list right after taking in, and comes into view: the preview before it was long. */
function FreshOrder({ order: { kind, added, changed }, onTakeBack }: OrderProps) {
  const { t } = useTranslation('merge');
  const { t: catalogueWord } = useTranslation('catalogue');
  const line = useArrival<HTMLDivElement>();
  const done = (): string => {
    if (kind === 'positions') return t('done.positions', { count: changed });
    if (kind === 'list' && changed === 0) return catalogueWord('taken', { count: added });
    return t(`done.${kind}`, { added, changed });
  };
  return (
    <div ref={line} tabIndex={-1} className={styles['order']} role="status">
      <span>{done()}</span>
      <Button kind="quiet" size="small" onPress={onTakeBack}>
        {t('takeBack')}
      </Button>
    </div>
  );
}

function OldOrder({ order: { kind, added, changed, at }, onTakeBack }: OrderProps) {
  const { t } = useTranslation('merge');
  const format = useFormat();
  return (
    <div className={styles['order']} data-old>
      <span>{t(`last.${kind}`, { when: format.moment(at), added, changed })}</span>
      <Button kind="plain" size="small" onPress={onTakeBack}>
        {t('takeBack')}
      </Button>
    </div>
  );
}
