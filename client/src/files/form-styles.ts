/** Styles by which the document's own form is read again: their ids are a promise between export and own-form. */
export const formStyles = {
  states: 'BoardStates',
  position: 'BoardPosition',
  group: 'BoardGroup',
  target: 'BoardTarget',
  priority: 'BoardPriority',
  contribution: 'BoardContribution',
  risk: 'BoardRisk',
  response: 'BoardResponse',
  none: 'BoardNone',
  label: 'BoardLabel',
} as const;
