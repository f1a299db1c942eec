import { kinds } from '../kinds/kinds.ts';
import { crowdSizes } from '../load/loads.ts';
import type { LoadResult } from './results.ts';
import { byServerAt } from './rows.ts';

/** Pixels. */
const size = { width: 830, height: 448 };
const frame = { left: 64, right: 560, top: 56, bottom: 384 };
/** Least difference in height between two names at the ends of lines. */
const lineHeight = 18;

interface Curve {
  id: string;
  title: string;
  points: { people: number; cost: number }[];
}

/** Cost per delivered edit against people per room, both axes logarithmic; readable on light and on dark. */
export function plotOf(results: readonly LoadResult[]): string {
  const curves = kinds.map((kind) => curveOf(kind.id, kind.title, results)).filter(({ points }) => points.length > 0);
  const costs = curves.flatMap(({ points }) => points.map(({ cost }) => cost));
  const x = scale([crowdSizes[0]!, crowdSizes.at(-1)!], [frame.left, frame.right]);
  const range: [number, number] = [nextRound(Math.min(...costs), -1), nextRound(Math.max(...costs), 1)];
  const y = scale(range, [frame.bottom, frame.top]);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-labelledby="title">`,
    '<title id="title">Server CPU per delivered edit, by people in the room</title>',
    style,
    `<rect class="paper" width="${size.width}" height="${size.height}"/>`,
    `<text class="head" x="${frame.left}" y="28">Server CPU per delivered edit (µs), by people in the room</text>`,
    ...crowdSizes.map((people) => `<text class="x" x="${at(x(people))}" y="${frame.bottom + 22}">${people}</text>`),
    `<text class="x" x="${(frame.left + frame.right) / 2}" y="${frame.bottom + 46}">people in the room</text>`,
    ...rounds(range).map((cost) => gridLine(cost, y(cost))),
    ...curves.map(({ id, points }) =>
      line(
        id,
        points.map(({ people, cost }) => [x(people), y(cost)] as const),
      ),
    ),
    ...apart(curves.map((curve) => ({ curve, at: y(curve.points.at(-1)!.cost) }))).map(nameOf),
    '</svg>\n',
  ].join('\n');
}

function curveOf(id: string, title: string, results: readonly LoadResult[]): Curve {
  const points = crowdSizes.flatMap((people) => {
    const cost = byServerAt(people, results).get(id)?.cpuPerEdit;
    return cost === undefined ? [] : [{ people, cost }];
  });
  return { id, title, points };
}

function scale([low, high]: [number, number], [from, to]: [number, number]): (value: number) => number {
  return (value) => from + ((to - from) * Math.log(value / low)) / Math.log(high / low);
}

/** 1, 2, 5, 10 …: the nearest that is not above (-1) or not below (1). */
function nextRound(value: number, way: -1 | 1): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const steps = [1, 2, 5, 10].map((step) => step * power);
  return (way < 0 ? steps.findLast((step) => step <= value) : steps.find((step) => step >= value)) ?? value;
}

function rounds([low, high]: [number, number]): number[] {
  const all = [0.1, 1, 10, 100, 1000].flatMap((power) => [1, 2, 5].map((step) => step * power));
  return all.filter((value) => value >= low * 0.999 && value <= high * 1.001);
}

function gridLine(cost: number, y: number): string {
  const label = `<text class="y" x="${frame.left - 10}" y="${at(y + 4)}">${Number(cost.toPrecision(1))}</text>`;
  return `<line class="grid" x1="${frame.left}" x2="${frame.right}" y1="${at(y)}" y2="${at(y)}"/>${label}`;
}

function line(id: string, points: readonly (readonly [number, number])[]): string {
  const path = points.map(([x, y]) => `${at(x)},${at(y)}`).join(' ');
  const dots = points.map(([x, y]) => `<circle cx="${at(x)}" cy="${at(y)}" r="3.5"/>`).join('');
  return `<g class="${id}"><polyline points="${path}"/>${dots}</g>`;
}

/** Moves names that would lie on each other apart, keeping their order. */
function apart(names: { curve: Curve; at: number }[]): { curve: Curve; at: number }[] {
  const sorted = names.sort((one, other) => one.at - other.at);
  for (const [place, name] of sorted.entries()) {
    const above = sorted[place - 1];
    if (above) name.at = Math.max(name.at, above.at + lineHeight);
  }
  return sorted;
}

function nameOf({ curve, at: y }: { curve: Curve; at: number }): string {
  return `<text class="name ${curve.id}" x="${frame.right + 12}" y="${at(y + 4)}">${curve.title}</text>`;
}

function at(value: number): string {
  return value.toFixed(1);
}

const style = `<style>
  svg { --paper: #fdfcf9; --ink: #23211d; --quiet: #6d685e; --rule: #e2ded4;
        --a: #b3541e; --b: #7a4fa3; --c: #7d7768; --d: #0f6b62; }
  @media (prefers-color-scheme: dark) {
    svg { --paper: #1b1a17; --ink: #ece8df; --quiet: #a39d90; --rule: #35322c;
          --a: #ee9b62; --b: #c3a0e6; --c: #a8a191; --d: #5cc8b8; }
  }
  text { font: 13px system-ui, sans-serif; fill: var(--quiet); }
  .paper { fill: var(--paper); }
  .head { font-size: 15px; font-weight: 600; fill: var(--ink); }
  .x { text-anchor: middle; }
  .y { text-anchor: end; }
  .grid { stroke: var(--rule); }
  polyline { fill: none; stroke-width: 2; }
  .ours polyline { stroke-width: 3.5; }
  .relay polyline { stroke-dasharray: 5 4; }
  .hocuspocus { stroke: var(--a); fill: var(--a); }
  .y-websocket { stroke: var(--b); fill: var(--b); }
  .relay { stroke: var(--c); fill: var(--c); }
  .ours { stroke: var(--d); fill: var(--d); }
  .name { stroke: none; }
  .name.ours { font-weight: 700; }
</style>`;
