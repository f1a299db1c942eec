import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { clampWidth, narrowest, widest } from './column-widths.ts';
import styles from './handle.module.css';

const step = 16;

/**
 * Dragged with the pointer or moved with the arrow keys; Enter or two presses bring the usual width back. Tab comes to it
 * behind the cells, see `cell-focus.ts`.
 */
export function WidthHandle({ label, onResize }: { label: string; onResize: (width: number | null) => void }) {
  const [now, setNow] = useState(narrowest);
  const dragged = useRef<{ from: number; width: number } | null>(null);
  const widthOf = (handle: HTMLElement): number => handle.parentElement?.getBoundingClientRect().width ?? 0;
  const forward = (handle: HTMLElement): 1 | -1 => (getComputedStyle(handle).direction === 'rtl' ? -1 : 1);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const handle = event.currentTarget;
    const way = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (way === 0 && event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    const width = clampWidth(widthOf(handle) + way * forward(handle) * step);
    onResize(way === 0 ? null : width);
    setNow(width);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    const { current } = dragged;
    if (current) onResize(current.width + (event.clientX - current.from) * forward(event.currentTarget));
  };
  return (
    <hr
      className={styles['handle']}
      tabIndex={-1}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      aria-valuenow={now}
      onFocus={(event) => setNow(Math.round(widthOf(event.currentTarget)))}
      onKeyDown={onKeyDown}
      onDoubleClick={() => onResize(null)}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        dragged.current = { from: event.clientX, width: widthOf(event.currentTarget) };
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        dragged.current = null;
      }}
    />
  );
}
