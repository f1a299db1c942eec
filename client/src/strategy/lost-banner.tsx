import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { CopyAll } from '../ui/copy-all.tsx';
import styles from './lost-row.module.css';

interface Props {
  title: string;
  /** The words on the two buttons. */
  back: string;
  leave: string;
  onBack: () => void;
  onLeave: () => void;
  /** What can only be copied, where nothing may be put back. */
  toCopy?: string | undefined;
  /** What had the focus went with what is offered: keys that are still typed do no harm here. */
  takesFocus?: boolean;
  children: ReactNode;
}

/** Offers something back that was removed; in view wherever the page is, and never so high that its buttons are not. */
export function LostBanner({ title, back, leave, onBack, onLeave, toCopy, takesFocus = false, children }: Props) {
  const words = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (takesFocus && (document.activeElement ?? document.body) === document.body) words.current?.focus();
  }, [takesFocus]);
  return (
    <div className={styles['frame']}>
      <Banner
        kind="warning"
        title={title}
        action={
          toCopy === undefined ? (
            <div className={styles['choices']}>
              <Button kind="primary" onPress={onBack}>
                {back}
              </Button>
              <Button onPress={onLeave}>{leave}</Button>
            </div>
          ) : (
            <CopyAll text={toCopy} />
          )
        }
      >
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: an hour’s words are scrolled, with the keyboard too. */}
        <section ref={words} className={styles['words']} aria-label={title} tabIndex={0}>
          {children}
        </section>
      </Banner>
    </div>
  );
}
