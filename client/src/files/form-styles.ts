/** Styles by which the document's own form is read again: a promise between export and own-form. */
export const formStyles = {
  head: 'BoardHead',
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

type FormStyle = (typeof formStyles)[keyof typeof formStyles];

/** What they are called. Other office programs make ids of their own from these names when they save a document. */
export const formStyleNames: Readonly<Record<FormStyle, string>> = {
  BoardHead: 'Board table head',
  BoardStates: 'Board States',
  BoardPosition: 'Board position',
  BoardGroup: 'Board group',
  BoardTarget: 'Board SDG target',
  BoardPriority: 'Board priority',
  BoardContribution: 'Board contribution',
  BoardRisk: 'Board risk',
  BoardResponse: 'Board response',
  BoardNone: 'Board none',
  BoardLabel: 'Board label',
};
