/** Arithmetic of colour for the test of the tokens: WCAG contrast, and how far apart two colours are for different eyes. */
type Linear = readonly [number, number, number];
type Matrix = readonly [Linear, Linear, Linear];

/** Linear red, green, blue (0–1) of `#rrggbb`. */
function linear(hex: string): Linear {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** The contrast of two colours by WCAG 2.2: from 1 to 21. */
export function contrast(a: string, b: string): number {
  const luminance = (hex: string) => dot([0.2126, 0.7152, 0.0722], linear(hex));
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** How a colour looks without one of the three cones (Machado, Oliveira and Fernandes 2009, full strength), and with all of them. */
export const sights = {
  all: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const satisfies Record<string, Matrix>;

/** The distance of two colours in OKLab for one kind of sight; black and white are 1 apart. */
export function distance(a: string, b: string, sight: keyof typeof sights): number {
  const [first, second] = [a, b].map((hex) => oklab(times(sights[sight], linear(hex)))) as [Linear, Linear];
  return Math.hypot(first[0] - second[0], first[1] - second[1], first[2] - second[2]);
}

const toCones: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const toLab: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];

function oklab(colour: Linear): Linear {
  const [l, m, s] = times(toCones, colour.map((value) => Math.min(1, Math.max(0, value))) as unknown as Linear);
  return times(toLab, [Math.cbrt(l), Math.cbrt(m), Math.cbrt(s)]);
}

function times(matrix: Matrix, vector: Linear): Linear {
  return [dot(matrix[0], vector), dot(matrix[1], vector), dot(matrix[2], vector)];
}

function dot(a: Linear, b: Linear): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
