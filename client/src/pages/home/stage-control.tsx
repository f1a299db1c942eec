import { type Stage, stages } from '@board/shared/stages';
import { useTranslation } from 'react-i18next';
import { SegmentedChoice } from '../../ui/segmented-choice.tsx';

/** The six stages of the hall, to go to any of them by hand. */
export function StageControl({ stage, onChoose }: { stage: Stage; onChoose: (stage: Stage) => void }) {
  const { t } = useTranslation(['home', 'frame']);
  return (
    <SegmentedChoice
      labelHidden
      label={t('stage.label')}
      value={stage}
      onChange={onChoose}
      options={stages.map((value) => ({ value, label: t(`frame:stage.${value}`) }))}
    />
  );
}
