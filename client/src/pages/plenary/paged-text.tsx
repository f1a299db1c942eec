import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import styles from './paged-text.module.css';

export interface PagedTextProps {
  /** The page that is shown, from 0. */
  page: number;
  /** Told how many pages there are, whenever that changes. */
  onPages: (pages: number) => void;
  /** Columns beside each other on one page. */
  columns: number;
  children: ReactNode;
}

/** Browsers round widths to whole pixels: so much of a page is no page. */
const tolerance = 0.1;

/** A text that does not change any more, set in columns; what does not fit stands on further pages and is never cut through. */
export function PagedText({ page, onPages, columns, children }: PagedTextProps) {
  const frame = useRef<HTMLDivElement>(null);
  const flow = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const measure = (): void => {
      if (!frame.current || !flow.current) return;
      const width = frame.current.clientWidth;
      const gap = Number.parseFloat(getComputedStyle(flow.current).columnGap) || 0;
      onPages(Math.max(1, Math.ceil((flow.current.scrollWidth + gap) / (width + gap) - tolerance)));
    };
    const observer = new ResizeObserver(measure);
    if (frame.current) observer.observe(frame.current);
    void document.fonts.ready.then(measure);
    return () => observer.disconnect();
  }, [onPages]);
  useLayoutEffect(() => {
    if (!frame.current || !flow.current) return;
    const gap = Number.parseFloat(getComputedStyle(flow.current).columnGap) || 0;
    const way = getComputedStyle(flow.current).direction === 'rtl' ? 1 : -1;
    flow.current.style.transform = `translateX(${way * page * (frame.current.clientWidth + gap)}px)`;
  }, [page]);
  return (
    <div ref={frame} className={styles['frame']}>
      <div ref={flow} className={styles['flow']} style={{ columnCount: columns }}>
        {children}
      </div>
    </div>
  );
}
