/** The columns of a strategy on a sheet, in their order: a promise between export and own-form. */
export const formColumns = [
  'number',
  'recommendation',
  'states',
  'position',
  'mechanisms',
  'sdg',
  'text',
  'indicator',
  'resources',
  'partners',
  'timeframe',
  'risk',
  'response',
  'priority',
  'contribution',
  'cluster',
  'group',
  'rowId',
  'actionId',
  'riskId',
] as const;

/** One of the columns. */
export type FormColumn = (typeof formColumns)[number];
