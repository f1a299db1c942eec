import type { ScreenView } from '@board/shared/screen-view';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isLanguage } from '../../languages.ts';
import { readAppearance, showAppearance } from '../../theme/appearance.ts';

/** Shows a screen light or dark, and in the language, that the control page says. The device's own choices stay what they are. */
export function useScreenSetting(screen: ScreenView | null): void {
  const { i18n } = useTranslation();
  const own = useRef(i18n.language);
  const look = screen?.look ?? 'system';
  const language = screen?.language ?? null;
  useEffect(() => {
    showAppearance(look === 'system' ? readAppearance() : look);
    return () => showAppearance(readAppearance());
  }, [look]);
  useEffect(() => {
    const wanted = isLanguage(language) ? language : own.current;
    if (i18n.language !== wanted) void i18n.changeLanguage(wanted);
  }, [language, i18n]);
}
