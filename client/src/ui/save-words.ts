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
      if (status.connected && !status.late) return { tone: 'calm', words: t('save.sending') };
      const late = status.kept ? 'save.late' : 'save.late-page';
      const away = status.kept ? 'save.device-only' : 'save.page-only';
      const words = t(status.connected ? late : away, { count: status.places });
      return { tone: 'warning', words: words + because(status.why) };
    }
    case 'read-only':
      return { tone: 'still', words: t('save.read-only') + because(status.why) };
    case 'refused': {
      const edits = status.places > 0 ? ` ${t('save.refused-edits', { count: status.places })}` : '';
      return { tone: 'danger', words: t('save.refused') + because(status.why) + edits };
    }
    default:
      return assertNever(status);
  }
}
