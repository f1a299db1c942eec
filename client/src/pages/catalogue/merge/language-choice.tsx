import { textLanguages } from '../../../files/guess-language.ts';
import { Select } from '../../../ui/select.tsx';
import { useLanguageName } from './language-name.ts';

interface Props {
  label: string;
  value: string;
  onChange: (language: string) => void;
}

/** In which language texts are. */
export function LanguageChoice({ label, value, onChange }: Props) {
  const nameOf = useLanguageName();
  const codes = textLanguages.some((one) => one === value) ? [...textLanguages] : [value, ...textLanguages];
  return (
    <Select
      label={label}
      value={value}
      onChange={onChange}
      options={codes.map((code) => ({ value: code, label: nameOf(code) }))}
    />
  );
}
