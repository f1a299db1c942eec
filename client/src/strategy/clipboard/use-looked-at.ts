import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/announcements.ts';

interface LookedAt {
  /** Others have made it another change than the one that was shown first; it is shown anew. */
  hasChanged: boolean;
  /** Whether this is what was shown. If not, that is said, and from now on it is what was shown. */
  isLookedAt: (change: string) => boolean;
}

/**
 * What somebody has seen of a change (`changeOf`) before it is written, while others go on writing. With another `choice`
 * (by identity) of theirs it is what is shown then.
 */
export function useLookedAt(choice: object, change: string): LookedAt {
  const { t } = useTranslation('strategy');
  const [seen, setSeen] = useState({ choice, change, hasChanged: false });
  if (seen.choice !== choice) setSeen({ choice, change, hasChanged: false });
  const isLookedAt = (now: string): boolean => {
    if (now === seen.change) return true;
    setSeen({ choice, change: now, hasChanged: true });
    announce(t('clipboard.lookAgain'));
    return false;
  };
  return { hasChanged: seen.hasChanged, isLookedAt };
}
