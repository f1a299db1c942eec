import { useEffect, useEffectEvent } from 'react';

/** Takes the first file that is dropped anywhere on the page, instead of letting the browser leave for it. */
export function useDroppedFile(take: (file: File) => void): void {
  const onDrop = useEffectEvent((event: DragEvent) => {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file) take(file);
  });
  useEffect(() => {
    const allow = (event: DragEvent) => event.preventDefault();
    const drop = (event: DragEvent) => onDrop(event);
    window.addEventListener('dragover', allow);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', allow);
      window.removeEventListener('drop', drop);
    };
  }, []);
}
