import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import type { ButtonLook } from './button.tsx';
import styles from './menu.module.css';
import popover from './popover.module.css';
import { TriggerButton } from './trigger-button.tsx';

/** One thing to do. */
export interface MenuChoice<Choice extends string> {
  id: Choice;
  label: string;
  danger?: boolean;
  isDisabled?: boolean;
}

export interface MenuProps<Choice extends string> extends ButtonLook {
  /** The words on the button that opens it. */
  label: string;
  /** Names the menu where the button's words are too short to. */
  ariaLabel?: string;
  items: readonly MenuChoice<Choice>[];
  onChoose: (choice: Choice) => void;
}

/** A button with a list of things to do. Arrow keys, first letters, Enter, Escape. */
export function Menu<Choice extends string>({ label, ariaLabel, items, onChoose, ...look }: MenuProps<Choice>) {
  return (
    <MenuTrigger>
      <TriggerButton {...look} {...(ariaLabel ? { 'aria-label': ariaLabel } : {})}>
        {label}
      </TriggerButton>
      <Popover className={popover['popover'] ?? ''}>
        <AriaMenu className={styles['menu'] ?? ''} onAction={(key) => onChoose(key as Choice)}>
          <MenuItems items={items} />
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

/** The things to do, for every menu of the board. */
export function MenuItems<Choice extends string>({ items }: { items: readonly MenuChoice<Choice>[] }) {
  return items.map((item) => (
    <MenuItem
      key={item.id}
      id={item.id}
      className={styles['item'] ?? ''}
      data-danger={item.danger || undefined}
      isDisabled={item.isDisabled ?? false}
      textValue={item.label}
    >
      {item.label}
    </MenuItem>
  ));
}
