import { useTranslation } from 'react-i18next';
import { SCALE_EXTENTS, type ScaleExtent } from '../../charts/value-range';
import { SelectField } from '../../ui/SelectField';

interface ScaleFieldProps {
  /** What has a scale of its own where the extent is 'map'. */
  readonly of: 'map' | 'filter';
  readonly value: ScaleExtent;
  readonly onChange: (extent: ScaleExtent) => void;
}

/** The list from which one chooses what shares a colour scale. */
export function ScaleField({ of, value, onChange }: ScaleFieldProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'scale' });
  return (
    <SelectField
      label={t('label')}
      value={value}
      options={SCALE_EXTENTS.map((extent) => ({
        value: extent,
        label: t(extent === 'map' ? of : extent),
      }))}
      onChange={onChange}
    />
  );
}
