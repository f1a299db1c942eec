import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeLanguage } from '../i18n.ts';
import { isLanguage, languages } from '../languages.ts';
import { appearances, changeAppearance, readAppearance } from '../theme/appearance.ts';
import { Select } from './select.tsx';

const languageOptions = languages.map(({ code, name }) => ({ value: code, label: name }));

/** The language of the interface, chosen per device. */
export function LanguageChoice() {
  const { t, i18n } = useTranslation();
  return (
    <Select
      compact
      labelHidden
      deviceFont
      label={t('language')}
      options={languageOptions}
      value={isLanguage(i18n.language) ? i18n.language : 'en'}
      onChange={(language) => void changeLanguage(language)}
    />
  );
}

/** Light, dark, or as the device has it; chosen per device. */
export function AppearanceChoice({ withLabel = false }: { withLabel?: boolean }) {
  const { t } = useTranslation();
  const [appearance, setAppearance] = useState(readAppearance);
  return (
    <Select
      compact
      labelHidden={!withLabel}
      label={t('appearance.label')}
      options={appearances.map((value) => ({ value, label: t(`appearance.${value}`) }))}
      value={appearance}
      onChange={(chosen) => {
        changeAppearance(chosen);
        setAppearance(chosen);
      }}
    />
  );
}
