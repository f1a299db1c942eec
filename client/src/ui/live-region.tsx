import { useSyncExternalStore } from 'react';
import { announcements } from './announcements.ts';
import styles from './live-region.module.css';

/** The place where `announce(text)` is shown and spoken; once per page, in routes.tsx. */
export function LiveRegion() {
  const { turn, text } = useSyncExternalStore(announcements.subscribe, announcements.getSnapshot);
  return (
    <div className={styles['region']} role="status">
      {text !== '' && (
        <span key={turn} className={styles['sentence']}>
          {text}
        </span>
      )}
    </div>
  );
}
