import { Label, Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import styles from './segmented-choice.module.css';

export interface SegmentedChoiceProps<Value extends string> {
  label: string;
  options: readonly { value: Value; label: string }[];
  value: Value;
  onChange: (value: Value) => void;
  labelHidden?: boolean;
  isDisabled?: boolean;
}

/** One of two to six short choices in a line, such as a view or the stage of the hall. */
export function SegmentedChoice<Value extends string>(props: SegmentedChoiceProps<Value>) {
  const { label, options, value, onChange, labelHidden, isDisabled } = props;
  return (
    <RadioGroup
      className={styles['group'] ?? ''}
      orientation="horizontal"
      value={value}
      onChange={(chosen) => onChange(chosen as Value)}
      {...(isDisabled === undefined ? {} : { isDisabled })}
      {...(labelHidden ? { 'aria-label': label } : {})}
    >
      {!labelHidden && <Label className={styles['label'] ?? ''}>{label}</Label>}
      <div className={styles['segments']}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className={styles['segment'] ?? ''}>
            {option.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
