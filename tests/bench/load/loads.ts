/** How many people sit around how many documents, and what they do. */
export interface Load {
  name: string;
  /** In words, for the report. */
  words: string;
  rooms: number;
  /** In each room. */
  people: number;
  /** Of each room's people. */
  writers: number;
  /** By each writer. */
  editsPerSecond: number;
  /** By each writer. */
  awarenessPerSecond: number;
}

/** A hall that watches while some write: one document, many readers. */
export const hall: Load = {
  name: 'hall',
  words: '1 room × 500 people, 40 of them write 4 edits/s and 1 awareness/s',
  rooms: 1,
  people: 500,
  writers: 40,
  editsPerSecond: 4,
  awarenessPerSecond: 1,
};

/** A workshop at its busiest: eleven groups who all type at once. */
export const groups: Load = {
  name: 'groups',
  words: '11 rooms × 20 people, 6 of each write 12 edits/s and 2 awareness/s',
  rooms: 11,
  people: 20,
  writers: 6,
  editsPerSecond: 12,
  awarenessPerSecond: 2,
};

/** A workshop that thinks: under 10 edits a second in each room, where nobody should wait for a window. */
export const calm: Load = {
  name: 'calm',
  words: '11 rooms × 20 people, 2 of each write 4 edits/s and 1 awareness/s',
  rooms: 11,
  people: 20,
  writers: 2,
  editsPerSecond: 4,
  awarenessPerSecond: 1,
};

/** People per room along the plot. */
export const crowdSizes = [10, 20, 50, 100, 200, 500, 1000, 2000];

/** One room that grows while what is written in it stays the same. */
export function crowd(people: number): Load {
  return {
    name: `people-${people}`,
    words: `1 room × ${people} people, 10 of them write 4 edits/s and 1 awareness/s`,
    rooms: 1,
    people,
    writers: Math.min(10, people),
    editsPerSecond: 4,
    awarenessPerSecond: 1,
  };
}
