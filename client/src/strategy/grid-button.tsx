import { ButtonContent, buttonClass } from '../ui/button.tsx';
import type { IconName } from '../ui/icons.tsx';

/** What the buttons of the grid do; `use-table-acts.ts` listens for all of them at once. */
export type GridAct = 'menu' | 'add-action' | 'add-risk' | 'fold' | 'merge';

interface Props {
  act: GridAct;
  label: string;
  icon?: IconName;
  ariaLabel?: string;
  isExpanded?: boolean;
}

/** A plain button that stands in every row: without a hook and without a listener of its own. Its cell is what Tab comes to. */
export function GridButton({ act, label, icon, ariaLabel, isExpanded }: Props) {
  return (
    <button
      type="button"
      tabIndex={-1}
      className={buttonClass({ kind: 'plain', size: 'small' })}
      data-act={act}
      aria-label={ariaLabel}
      aria-haspopup={act === 'menu' ? 'menu' : undefined}
      aria-expanded={isExpanded}
    >
      <ButtonContent {...(icon ? { icon } : {})}>{label}</ButtonContent>
    </button>
  );
}
