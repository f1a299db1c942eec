import type { ReactNode } from 'react';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import styles from './lost-row.module.css';

interface Props {
  title: string;
  /** The words on the two buttons. */
  back: string;
  leave: string;
  onBack: () => void;
  onLeave: () => void;
  children: ReactNode;
}

/** Offers something back that others have removed; in view wherever the page is. */
export function LostBanner({ title, back, leave, onBack, onLeave, children }: Props) {
  return (
    <div className={styles['frame']}>
      <Banner
        kind="warning"
        title={title}
        action={
          <div className={styles['choices']}>
            <Button kind="primary" onPress={onBack}>
              {back}
            </Button>
            <Button onPress={onLeave}>{leave}</Button>
          </div>
        }
      >
        {children}
      </Banner>
    </div>
  );
}
