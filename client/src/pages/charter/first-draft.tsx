import type { LiveView } from '@board/shared/live-view';
import type { CharterPart } from '@board/shared/model/charter';
import { fillPart } from '@board/shared/model/charter-edits';
import { useTranslation } from 'react-i18next';
import { factsOf } from '../../charter/first-draft.ts';
import { useFormat } from '../../format.ts';
import { announce } from '../../ui/announcements.ts';
import { Button } from '../../ui/button.tsx';
import { useEditing } from './editing-context.ts';

/** Puts a first draft of the preamble or the closing words where nobody has written yet. */
export function FirstDraft({ part, view }: { part: CharterPart; view: LiveView }) {
  const { t, i18n } = useTranslation('drafting');
  const format = useFormat();
  const { doc, origin, undo, mayWrite } = useEditing();
  const put = (): void => {
    const facts = factsOf(view, format, i18n.language, t);
    const lines = t(`draft.${part}Words`, { ...facts, returnObjects: true });
    undo?.stopCapturing();
    const isDone = fillPart(doc, part, lines.join('\n'), origin);
    undo?.stopCapturing();
    if (isDone) announce(t('draft.done'));
  };
  return (
    <div>
      <Button size="small" isDisabled={!mayWrite} onPress={put}>
        {t(`draft.${part}`)}
      </Button>
    </div>
  );
}
