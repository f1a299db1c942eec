import type { ErrorCode } from '@board/shared/errors';
import type { WorkshopId } from '@board/shared/ids';
import { useTranslation } from 'react-i18next';
import { isPassing } from '../api/passing.ts';
import { Banner } from './banner.tsx';
import { Button } from './button.tsx';
import { EmptyState } from './empty-state.tsx';
import { KeptOnDevice } from './kept-on-device.tsx';
import { LinkButton } from './link-button.tsx';

/** Refusals that have words of their own here: what has happened to this person, and the way back in. */
const own = {
  'not-joined': { title: 'gate.notJoinedTitle', text: 'gate.notJoined' },
  removed: { title: 'gate.removedTitle', text: 'gate.removed' },
  'link-revoked': { title: 'gate.revokedTitle', text: 'gate.revoked' },
  'device-ended': { title: 'gate.deviceEndedTitle', text: 'gate.deviceEnded' },
} as const;

/** The workshop cannot be opened: why, what to do next, and the words that are on this device only. */
export function WorkshopRefused({ workshopId, code }: { workshopId: WorkshopId; code: ErrorCode | 'offline' }) {
  const { t } = useTranslation();
  const ending = code === 'removed' || code === 'link-revoked' || code === 'device-ended' ? code : null;
  const { title, text } = code in own ? own[code as keyof typeof own] : ({ title: 'gate.refusedTitle' } as const);
  const words = text ?? (code === 'offline' ? 'gate.away' : (`errors.${code}` as const));
  return (
    <>
      {isPassing(code) ? (
        <Banner kind="warning">{t(words)}</Banner>
      ) : (
        <EmptyState wholePage title={t(title)} action={<Ways mayReload={code === 'too-many-windows'} />}>
          {t(words)}
        </EmptyState>
      )}
      <KeptOnDevice workshopId={workshopId} ending={ending} />
    </>
  );
}

function Ways({ mayReload }: { mayReload: boolean }) {
  const { t } = useTranslation();
  if (mayReload)
    return (
      <Button kind="primary" onPress={() => location.reload()}>
        {t('gate.reload')}
      </Button>
    );
  return (
    <>
      <LinkButton href="/j" kind="primary">
        {t('notFound.join')}
      </LinkButton>
      <LinkButton href="/">{t('words.toStart')}</LinkButton>
    </>
  );
}
