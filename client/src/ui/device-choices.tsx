import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeLanguage } from '../i18n.ts';
import { isLanguage, languages } from '../languages.ts';
import { appearances, changeAppearance, readAppearance } from '../theme/appearance.ts';
import styles from './device-choices.module.css';
import { Select } from './select.tsx';

const languageOptions = languages.map(({ code, name }) => ({ value: code, label: name }));

/** Language and appearance, chosen per device. */
export function DeviceChoices() {
  const { t, i18n } = useTranslation();
  const [appearance, setAppearance] = useState(readAppearance);
  return (
    <div className={styles['choices']}>
      <Select
        compact
        labelHidden
        deviceFont
        label={t('language')}
        options={languageOptions}
        value={isLanguage(i18n.language) ? i18n.language : 'en'}
        onChange={(language) => void changeLanguage(language)}
      />
      <Select
        compact
        labelHidden
        label={t('appearance.label')}
        options={appearances.map((value) => ({ value, label: t(`appearance.${value}`) }))}
        value={appearance}
        onChange={(chosen) => {
          changeAppearance(chosen);
          setAppearance(chosen);
        }}
      />
    </div>
  );
}
