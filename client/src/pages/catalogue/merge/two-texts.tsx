import { useTranslation } from 'react-i18next';
import type { PreviewLine } from '../../../files/import/preview.ts';
import { claimedTwice } from '../../../files/merge/incoming.ts';
import { Banner } from '../../../ui/banner.tsx';
import { useLanguageName } from './language-name.ts';

interface Props {
  lines: readonly PreviewLine[];
  /** The one that the list's own texts are said to be in. */
  language: string;
}

/** Warns where a list has another text in that language, which would not be taken in. */
export function TwoTexts({ lines, language }: Props) {
  const { t } = useTranslation('merge');
  const nameOf = useLanguageName();
  const count = claimedTwice(lines, language);
  if (count === 0) return null;
  return <Banner kind="warning">{t('twoTexts', { language: nameOf(language), lines: count })}</Banner>;
}
