import type { LiveView, VoteView } from '@board/shared/live-view';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { subjectOf } from '../../vote/vote-facts.ts';

/** A sentence for screen readers about the vote that opened or closed last while the page was there. What was there on arrival is not news. */
export function useSaidVotes(view: LiveView | null): string {
  const [said, say] = useState('');
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
      if (sentence === 'opened') say(t('said.opened', { about }));
      else say(t('said.closed', { about, outcome: t(`result.${outcomeWord(vote)}`) }));
    }
  }, [view, t]);
  return said;
}

function outcomeWord({ result }: VoteView): 'uncounted' | 'no-quorum' | 'adopted' | 'not-adopted' {
  return result?.uncounted ? 'uncounted' : (result?.outcome ?? 'no-quorum');
}

function newsOf(before: VoteView | undefined, now: VoteView): 'opened' | 'closed' | null {
  if (!before) return now.result === null ? 'opened' : null;
  return before.result === null && now.result !== null ? 'closed' : null;
}
