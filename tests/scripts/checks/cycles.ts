import type { Source } from './sources.ts';

/** Every group of files that import each other in a circle, types included; each as its paths in order. Tarjan's strongly connected components. */
export function cycles(sources: readonly Source[]): string[][] {
  const byPath = new Map(sources.map((source) => [source.path, source.ours]));
  const search = new Search(byPath);
  for (const path of byPath.keys()) search.from(path);
  return search.circles.map((circle) => circle.sort());
}

class Search {
  readonly circles: string[][] = [];
  readonly #edges: ReadonlyMap<string, readonly string[]>;
  readonly #order = new Map<string, number>();
  readonly #lowest = new Map<string, number>();
  readonly #open: string[] = [];

  constructor(edges: ReadonlyMap<string, readonly string[]>) {
    this.#edges = edges;
  }

  from(path: string): void {
    if (this.#order.has(path)) return;
    const place = this.#order.size;
    this.#order.set(path, place);
    this.#lowest.set(path, place);
    this.#open.push(path);
    for (const next of this.#edges.get(path) ?? []) this.#follow(path, next);
    if (this.#lowest.get(path) === place) this.#take(path);
  }

  #follow(path: string, next: string): void {
    if (!this.#edges.has(next)) return;
    const isNew = !this.#order.has(next);
    this.from(next);
    if (!isNew && !this.#open.includes(next)) return;
    const reached = isNew ? this.#lowest.get(next)! : this.#order.get(next)!;
    this.#lowest.set(path, Math.min(this.#lowest.get(path)!, reached));
  }

  #take(path: string): void {
    const circle = this.#open.splice(this.#open.indexOf(path));
    const isCircle = circle.length > 1 || (this.#edges.get(path) ?? []).includes(path);
    if (isCircle) this.circles.push(circle);
  }
}
