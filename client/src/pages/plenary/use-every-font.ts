import { useEffect } from 'react';

/** A sign of each script that the board is written in. */
const everyScript = 'aកش';
const weights = [400, 600];

/**
 * Loads the letters of every script before any arrives. Browsers fetch them with the first sign that is shown, and the words that
 * stand there would change their letters in front of all. Only for the projector: it is one, and near the server.
 */
export function useEveryFont(isWanted: boolean): void {
  useEffect(() => {
    if (!isWanted) return;
    const style = getComputedStyle(document.documentElement);
    // A font that cannot be had now is asked for again with its first sign.
    for (const family of ['--sans', '--serif'])
      for (const weight of weights)
        document.fonts.load(`${weight} 1em ${style.getPropertyValue(family)}`, everyScript).catch(() => undefined);
  }, [isWanted]);
}
