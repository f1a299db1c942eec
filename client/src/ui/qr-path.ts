import qrcode from 'qrcode-generator';

/** A QR code as one SVG path: a square of `size` modules, runs of dark modules drawn as rectangles. */
export interface QrPath {
  size: number;
  path: string;
}

/** Draws a text (an address) with error correction M: a projected code loses a corner to somebody's head. */
export function qrPath(text: string): QrPath {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const size = code.getModuleCount();
  let path = '';
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (!code.isDark(row, column)) continue;
      const start = column;
      while (column + 1 < size && code.isDark(row, column + 1)) column++;
      const run = column + 1 - start;
      path += `M${start} ${row}h${run}v1h-${run}z`;
    }
  }
  return { size, path };
}
