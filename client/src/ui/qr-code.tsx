import { useMemo } from 'react';
import styles from './qr-code.module.css';
import { qrPath } from './qr-path.ts';

export interface QrCodeProps {
  /** The address behind it. */
  text: string;
  /** What it leads to, for those who cannot see it. The address itself must stand beside it as text. */
  label: string;
}

/** Light modules around the code, without which phones do not find it. */
const quiet = 4;

/** A QR code, black on white in every theme, as wide as its place. */
export function QrCode({ text, label }: QrCodeProps) {
  const { size, path } = useMemo(() => qrPath(text), [text]);
  const whole = size + 2 * quiet;
  return (
    <svg className={styles['code']} viewBox={`${-quiet} ${-quiet} ${whole} ${whole}`} role="img" aria-label={label}>
      <path className={styles['ground']} d={`M${-quiet} ${-quiet}h${whole}v${whole}h-${whole}z`} />
      <path d={path} />
    </svg>
  );
}
