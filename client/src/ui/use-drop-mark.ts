import { type DragEvent, useRef } from 'react';

/** Where what is dragged would go: beside an element. */
export interface DropPlace {
  element: HTMLElement;
  isAfter: boolean;
}

/** Marks that place in the page (`data-drop`), and takes the mark away with null. By hand: nothing is drawn again while something is dragged. */
export function useDropMark(): (place: DropPlace | null) => void {
  const marked = useRef<HTMLElement | null>(null);
  return (place) => {
    if (marked.current) delete marked.current.dataset['drop'];
    marked.current = place?.element ?? null;
    if (place) place.element.dataset['drop'] = place.isAfter ? 'after' : 'before';
  };
}

/** Whether the pointer is in the lower half of the element. */
export function isBelowMiddle(event: DragEvent<HTMLElement>, element: HTMLElement): boolean {
  const { top, height } = element.getBoundingClientRect();
  return event.clientY > top + height / 2;
}
