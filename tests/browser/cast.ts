import type { Page } from 'playwright-core';
import type { Hall } from './support/hall.ts';

/** Who plays in the story, and what they have found out so far. */
export interface Cast {
  hall: Hall;
  facilitator: Page;
  projector: Page;
  /** Two of the first group, two of the second; each group has a laptop and a phone or another laptop. */
  landLaptop: Page;
  landPhone: Page;
  healthLaptop: Page;
  healthOther: Page;
  /** Three who only vote. */
  phones: Page[];
  /** The workshop's address without a slash at the end, such as `http://board.hall:1234/w/abc`. */
  workshop: string;
  joinCode: string;
}

export const title = 'Strategy days of the coalition';
export const groups = ['Land and rivers', 'Health and schools'] as const;

/** Everybody finds a seat and opens a browser. */
export async function enterAll(hall: Hall): Promise<Cast> {
  return {
    hall,
    facilitator: await hall.enter('facilitator', 'laptop'),
    projector: await hall.enter('projector', 'projector'),
    landLaptop: await hall.enter('Sokha', 'laptop'),
    landPhone: await hall.enter('Maly', 'phone'),
    healthLaptop: await hall.enter('Dara', 'laptop'),
    healthOther: await hall.enter('Chan', 'laptop'),
    phones: [
      await hall.enter('phone 1', 'phone'),
      await hall.enter('phone 2', 'phone'),
      await hall.enter('phone 3', 'phone'),
    ],
    workshop: '',
    joinCode: '',
  };
}

/** All pages with who sits before them. */
export function everybody(cast: Cast): [string, Page][] {
  const { facilitator, projector, landLaptop, landPhone, healthLaptop, healthOther, phones } = cast;
  return [
    ['facilitator', facilitator],
    ['projector', projector],
    ['Sokha', landLaptop],
    ['Maly', landPhone],
    ['Dara', healthLaptop],
    ['Chan', healthOther],
    ...phones.map((page, place): [string, Page] => [`phone ${place + 1}`, page]),
  ];
}
