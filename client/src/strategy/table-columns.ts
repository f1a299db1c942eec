/** The columns of a strategy as people see it, on screen, on paper and in a document that goes out. */
export const tableColumns = [
  'number',
  'recommendation',
  'references',
  'action',
  'indicator',
  'resources',
  'partners',
  'timeframe',
  'risks',
] as const;

export type TableColumn = (typeof tableColumns)[number];
