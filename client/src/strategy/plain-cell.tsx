import type { FocusEvent, KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { LateEditorProps } from './editing.ts';
import { PlainField } from './plain-field.tsx';
import { plainOrigin } from './plain-origin.ts';

/** In place of an editor whose code did not arrive: the plain field of the phones, with what was typed so far. */
export function PlainCell({ fragment, label, undo, handOver, onLeave }: LateEditorProps) {
  const { t } = useTranslation('strategy');
  const leaveByKey = (event: KeyboardEvent): void => {
    const { key, shiftKey } = event;
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (key !== 'Escape' && key !== 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    onLeave(key === 'Escape' ? 'escape' : shiftKey ? 'previous' : 'next');
  };
  const onBlur = ({ relatedTarget, currentTarget }: FocusEvent): void => {
    // Another window in front is no leaving.
    if (document.hasFocus() && !currentTarget.contains(relatedTarget)) onLeave('away');
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears what its field lets through.
    <div onKeyDown={leaveByKey} onBlur={onBlur}>
      <PlainField {...{ fragment, label }} origin={plainOrigin(undo)} hint={t('part.plain')} handOver={handOver} />
    </div>
  );
}
