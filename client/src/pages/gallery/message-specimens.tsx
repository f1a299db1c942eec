import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentStatus } from '../../sync/document-status.ts';
import { announce } from '../../ui/announcements.ts';
import { Banner, RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { CopyField } from '../../ui/copy-field.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProgressRing } from '../../ui/progress-ring.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { SaveState } from '../../ui/save-state.tsx';
import { PositionTag, Tag } from '../../ui/tag.tsx';
import styles from './gallery.module.css';

const statuses: readonly DocumentStatus[] = [
  { state: 'connecting', why: null },
  { state: 'waiting', places: 2, connected: true, late: false, kept: true, why: null },
  { state: 'saved' },
  { state: 'waiting', places: 2, connected: true, late: true, kept: true, why: null },
  { state: 'waiting', places: 3, connected: false, late: false, kept: true, why: null },
  { state: 'waiting', places: 1, connected: false, late: false, kept: false, why: 'not-stored' },
  { state: 'read-only', why: 'not-your-group', connected: true },
  { state: 'refused', why: 'unknown-workshop', places: 4 },
];

/** Everything that tells: states, marks, messages, dialogs. */
export function MessageSpecimens() {
  const { t } = useTranslation('gallery');
  return (
    <>
      <div className={styles['part']}>
        <h2>{t('states.title')}</h2>
        {statuses.map((status) => (
          <SaveState key={JSON.stringify(status)} status={status} />
        ))}
      </div>
      <div className={styles['part']}>
        <h2>{t('marks.title')}</h2>
        <div className={styles['line']}>
          <PositionTag position="pending" />
          <PositionTag position="supported" />
          <PositionTag position="noted" />
          <Tag tone="accent" icon="priority">
            {t('marks.priority')}
          </Tag>
          <Tag tone="warning" icon="warning">
            {t('marks.stale')}
          </Tag>
        </div>
        <div className={styles['line']}>
          <ProgressRing label={t('marks.priorities')} done={1} wanted={2} />
          <ProgressRing label={t('marks.contributions')} done={2} wanted={2} />
        </div>
        <div className={styles['qr']}>
          <QrCode text="http://192.168.1.20:8080/j/K7P2XM" label={t('marks.qr')} />
        </div>
        <CopyField label={t('marks.address')} value="http://192.168.1.20:8080/j/K7P2XM" />
      </div>
      <Messages />
    </>
  );
}

function Messages() {
  const { t } = useTranslation('gallery');
  const [isAsking, setAsking] = useState(false);
  return (
    <div className={styles['part']}>
      <h2>{t('messages.title')}</h2>
      <Banner action={<Button size="small">{t('buttons.link')}</Button>}>{t('messages.info')}</Banner>
      <Banner kind="good">{t('messages.good')}</Banner>
      <Banner kind="warning">{t('messages.warning')}</Banner>
      <RefusalBanner refusal={{ code: 'offline' }} />
      <EmptyState
        title={t('messages.emptyTitle')}
        action={
          <Button kind="primary" icon="add">
            {t('buttons.quiet')}
          </Button>
        }
      >
        {t('messages.empty')}
      </EmptyState>
      <div className={styles['line']}>
        <Button onPress={() => announce(t('messages.announced'))}>{t('messages.announce')}</Button>
        <Button kind="danger" onPress={() => setAsking(true)}>
          {t('buttons.danger')}
        </Button>
      </div>
      {isAsking && (
        <ConfirmDialog
          title={t('messages.dialog')}
          text={t('messages.dialogText')}
          confirm={t('buttons.danger')}
          onConfirm={() => setAsking(false)}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
