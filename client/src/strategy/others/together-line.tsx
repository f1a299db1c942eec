import type { WorkshopId } from '@board/shared/ids';
import type { RowOfGroup } from '@board/shared/live-between';
import type { Result } from '@board/shared/result';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { agreeTogether, endTogether, proposeTogether } from '../../api/commands.ts';
import type { Refusal } from '../../api/request.ts';
import { RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icons.tsx';
import type { Link } from '../comments/notes.ts';
import styles from './others.module.css';

interface Props {
  workshopId: WorkshopId;
  own: RowOfGroup;
  other: RowOfGroup;
  link: Link | null;
  groupName: string;
  maySpeak: boolean;
  /** The other group's row can be read. */
  mayAsk: boolean;
}

/** How it stands between two groups about one recommendation, and what this person can do about it. */
export function TogetherLine({ workshopId, own, other, link, groupName, maySpeak, mayAsk }: Props) {
  const { t } = useTranslation('comments');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const run = async (send: () => Promise<Result<unknown, Refusal>>): Promise<void> => {
    setBusy(true);
    const answer = await send();
    setBusy(false);
    setRefusal(answer.ok ? null : answer.problem);
    // The button that was pressed goes with what it did.
    if (answer.ok) place.current?.focus();
  };
  const ask = () => {
    const { groupId, row } = other;
    return run(() => proposeTogether(workshopId, { from: own, to: { groupId, row } }));
  };
  const agree = ({ id }: Link) => run(() => agreeTogether(workshopId, id));
  const end = ({ id }: Link) => run(() => endTogether(workshopId, id));
  const isQuestion = link?.state === 'asked' && link.isAskedByOther;
  return (
    <div className={styles['together']} ref={place} tabIndex={-1}>
      <div role="status">
        {link && (
          <p className={styles['state']} data-state={link.state}>
            <Icon name="together" />
            <span>{stateWords(link, groupName, t)}</span>
          </p>
        )}
      </div>
      {maySpeak && (
        <div className={styles['buttons']}>
          {!link && mayAsk && (
            <Button size="small" icon="together" busy={busy} onPress={ask}>
              {t('others.ask')}
            </Button>
          )}
          {isQuestion && mayAsk && (
            <Button size="small" kind="primary" busy={busy} onPress={() => agree(link)}>
              {t('others.agree')}
            </Button>
          )}
          {link && (
            <Button size="small" kind="plain" busy={busy} onPress={() => end(link)}>
              {t(endWords(link))}
            </Button>
          )}
        </div>
      )}
      <RefusalBanner refusal={refusal} />
    </div>
  );
}

function stateWords(link: Link, group: string, t: ReturnType<typeof useTranslation<'comments'>>['t']): string {
  if (link.state !== 'asked') return t(`others.${link.state}`, { group });
  return t(link.isAskedByOther ? 'others.asks' : 'others.asked', { group });
}

function endWords({ state, isAskedByOther }: Link) {
  if (state === 'ended') return 'others.forget';
  if (state === 'agreed') return 'others.end';
  return isAskedByOther ? 'others.refuse' : 'others.takeBack';
}
