import { useTranslation } from 'react-i18next';
import { ChoiceField, NumberField } from '../shared/setting-fields';
import { useLab } from '../shared/use-lab';

interface SyntheticFieldsProps {
  /** They are the data set, not mixed among others. */
  readonly isDataset: boolean;
}

/** How synthetic digits are drawn, and how many of them there are among other images. */
export function SyntheticFields({ isDataset }: SyntheticFieldsProps) {
  const { t } = useTranslation();
  const areMixed = useLab(({ settings }) => settings.syntheticShare > 0);
  const areDigits = useLab(({ dataset }) => dataset.status !== 'ready' || !dataset.classNames);
  return (
    <>
      {!isDataset && (
        <NumberField name="syntheticShare" reason={areDigits ? undefined : t('panels.data.notDigits')} />
      )}
      {(isDataset || areMixed) && (
        <>
          <ChoiceField name="digits" />
          <NumberField name="digitNoise" />
          <NumberField name="digitBlur" />
        </>
      )}
    </>
  );
}
