import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** One way of showing rows: the size of their letters in hundredths of the screen's height, and how much stands below an action. */
interface FitStep {
  size: number;
  details: 'all' | 'few' | 'none';
}

/** Tried one after the other: letters grow with little to read, and what stands below actions gives way before they become small. */
const fitSteps: readonly FitStep[] = [
  { size: 5.2, details: 'all' },
  { size: 4.6, details: 'all' },
  { size: 4, details: 'all' },
  { size: 3.5, details: 'all' },
  { size: 3.1, details: 'all' },
  { size: 3.5, details: 'few' },
  { size: 3.1, details: 'few' },
  { size: 2.8, details: 'few' },
  { size: 3.1, details: 'none' },
  { size: 2.8, details: 'none' },
  { size: 2.5, details: 'none' },
];

/** Lines of the last text that stays when nothing else fits beside it. */
const mostLines = 20;

const select = (part: string): string => `[data-fit="${part}"]`;

/**
 * Sets the rows in `frame` as large as all of them fits, by measuring. Where not even the smallest letters do, those that are
 * farthest from the one in view are left out, and how many is told for each list, to be said. While the same is in view
 * (`view`) letters become smaller when somebody writes more, and not larger again: that waits until the hall turns.
 * In `frame`: `data-fit="list"` with `data-list` around `data-fit="item"`s and one `data-fit="rest"`; `data-fit="words"` for
 * what should not be cut as long as anything can shrink.
 */
export function useFitted(view: string): {
  frame: RefObject<HTMLDivElement | null>;
  left: Readonly<Record<string, number>>;
} {
  const frame = useRef<HTMLDivElement>(null);
  const [left, setLeft] = useState<Readonly<Record<string, number>>>({});
  const last = useRef({ view: '', step: 0, seen: '' });
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const measure = (isAnew: boolean): void => {
      const around = `${view} ${element.clientWidth}×${element.clientHeight}`;
      const seen = `${around} ${element.textContent}`;
      if (!isAnew && last.current.seen === seen) return;
      const from = !isAnew && last.current.view === around ? last.current.step : 0;
      const { step, hidden } = fit(element, from);
      last.current = { view: around, step, seen };
      setLeft((before) => (JSON.stringify(before) === JSON.stringify(hidden) ? before : hidden));
    };
    measure(false);
    const observer = new ResizeObserver(() => measure(false));
    observer.observe(element);
    const remeasure = (): void => measure(true);
    document.fonts.addEventListener('loadingdone', remeasure);
    return () => {
      document.fonts.removeEventListener('loadingdone', remeasure);
      observer.disconnect();
    };
  });
  return { frame, left };
}

/** Finds the first step from `from` on at which everything fits; at the last one leaves out what does not. */
function fit(frame: HTMLElement, from: number): { step: number; hidden: Record<string, number> } {
  const lists = [...frame.querySelectorAll<HTMLElement>(select('list'))];
  for (const list of lists) showAll(list);
  let step = Math.min(from, fitSteps.length - 1);
  for (; step < fitSteps.length - 1; step++) {
    apply(frame, step);
    const isCut = [...frame.querySelectorAll<HTMLElement>(select('words'))].some(overflows);
    if (!isCut && !lists.some(overflows)) return { step, hidden: {} };
  }
  apply(frame, step);
  const hidden = lists.map((list): [string, number] => [list.dataset['list'] ?? '', leaveOut(list)]);
  return { step, hidden: Object.fromEntries(hidden.filter(([, count]) => count > 0)) };
}

function apply(frame: HTMLElement, step: number): void {
  const { size, details } = fitSteps[step] ?? fitSteps[fitSteps.length - 1]!;
  frame.style.setProperty('--fitted', String(size));
  frame.dataset['details'] = details;
}

function showAll(list: HTMLElement): void {
  for (const item of itemsOf(list)) {
    item.hidden = false;
    item.style.removeProperty('--lines');
  }
  const rest = list.querySelector<HTMLElement>(select('rest'));
  if (rest) rest.hidden = true;
}

/** Hides items of a list until the others fit, and tells how many. One always stays, cut to the lines that there are. */
function leaveOut(list: HTMLElement): number {
  if (!overflows(list)) return 0;
  const items = itemsOf(list);
  const rest = list.querySelector<HTMLElement>(select('rest'));
  if (rest) rest.hidden = items.length < 2;
  const turned = Math.max(
    0,
    items.findIndex(({ dataset }) => dataset['place'] === 'turned'),
  );
  const byDistance = items
    .map((item, place) => ({ item, distance: Math.abs(place - turned), place }))
    .sort((a, b) => b.distance - a.distance || b.place - a.place);
  let hidden = 0;
  for (const { item } of byDistance.slice(0, -1)) {
    if (!overflows(list)) return hidden;
    item.hidden = true;
    hidden += 1;
  }
  const stays = byDistance.at(-1)?.item;
  for (let lines = mostLines; lines > 0 && overflows(list); lines--) stays?.style.setProperty('--lines', String(lines));
  return hidden;
}

function itemsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>(select('item'))];
}

/** Browsers round to whole pixels. */
function overflows(element: HTMLElement): boolean {
  return element.scrollHeight > element.clientHeight + 1;
}
