/** Marks a table that was copied from ours, for whoever reads it again. */
export const ownTable = 'data-board-cells';
