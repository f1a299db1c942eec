import qrcode from 'qrcode-generator';
import { expect, test } from 'vitest';
import { qrPath } from './qr-path.ts';

/** Paints a path of one-line rectangles back into modules. */
function paint({ size, path }: { size: number; path: string }): boolean[][] {
  const modules = Array.from({ length: size }, () => new Array<boolean>(size).fill(false));
  for (const [, column, row, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let step = 0; step < Number(run); step++) modules[Number(row)]![Number(column) + step] = true;
  }
  return modules;
}

test('UI10 the drawn QR code has exactly the modules of the code', () => {
  for (const text of ['http://192.0.2.7:8080/j/K7P2XM', 'https://board.example.org/j/ABCDEF?x=1']) {
    const code = qrcode(0, 'M');
    code.addData(text);
    code.make();
    const size = code.getModuleCount();
    const expected = Array.from({ length: size }, (_, row) =>
      Array.from({ length: size }, (_, column) => code.isDark(row, column)),
    );
    expect(paint(qrPath(text))).toEqual(expected);
  }
});
