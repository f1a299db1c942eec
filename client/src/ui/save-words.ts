import type { ErrorCode } from '@board/shared/errors';
import { assertNever } from '@board/shared/result';
import { useTranslation } from 'react-i18next';
import type { DocumentStatus } from '../sync/document-status.ts';

/** `calm`: on its way. `good`: on the server. `warning`: keep this device or page. `still`: nothing is at stake. `danger`: act. */
export type SaveTone = 'calm' | 'good' | 'warning' | 'still' | 'danger';

/** A document's status in the reader's words. */
export function useSaveWords(status: DocumentStatus): { tone: SaveTone; words: string } {
  const { t } = useTranslation();
  const because = (why: ErrorCode | null) => (why === null ? '' : ` ${t(`errors.${why}`)}`);
  switch (status.state) {
    case 'connecting':
      return { tone: 'calm', words: t('save.connecting') + because(status.why) };
    case 'saved':
      return { tone: 'good', words: t('save.saved') };
    case 'waiting': {
      if (status.connected) return { tone: 'calm', words: t('save.sending') };
      const key = status.kept ? 'save.device-only' : 'save.page-only';
      return { tone: 'warning', words: t(key, { count: status.edits }) + because(status.why) };
    }
    case 'read-only':
      return { tone: 'still', words: t('save.read-only') + because(status.why) };
    case 'refused': {
      const edits = status.edits > 0 ? ` ${t('save.refused-edits', { count: status.edits })}` : '';
      return { tone: 'danger', words: t('save.refused') + because(status.why) + edits };
    }
    default:
      return assertNever(status);
  }
}
