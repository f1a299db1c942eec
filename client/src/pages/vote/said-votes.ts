import type { LiveView, VoteView } from '@board/shared/live-view';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/announcements.ts';
import { subjectOf } from '../../vote/vote-facts.ts';

/** Says each vote that opens or closes while the page is looked at, once. What was there on arrival is not news. */
export function useSaidVotes(view: LiveView | null): void {
  const { t } = useTranslation('vote');
  const seen = useRef<LiveView['votes'] | null>(null);
  useEffect(() => {
    if (!view) return;
    const before = seen.current;
    seen.current = view.votes;
    if (!before || before === view.votes) return;
    for (const vote of Object.values(view.votes)) {
      const sentence = newsOf(before[vote.id], vote);
      if (sentence === null) continue;
      const { key, number } = subjectOf(view, vote.scope);
      const about = t(`of.${key}`, { number });
      if (sentence === 'opened') announce(t('said.opened', { about }));
      else announce(t('said.closed', { about, outcome: t(`result.${vote.result?.outcome ?? 'no-quorum'}`) }));
    }
  }, [view, t]);
}

function newsOf(before: VoteView | undefined, now: VoteView): 'opened' | 'closed' | null {
  if (!before) return now.result === null ? 'opened' : null;
  return before.result === null && now.result !== null ? 'closed' : null;
}
