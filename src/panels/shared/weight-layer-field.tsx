import { useTranslation } from 'react-i18next';
import { isConvolution } from '../../model/network';
import type { WeightLayer } from '../../model/weight-layers';
import { SelectField } from '../../ui/SelectField';

interface WeightLayerFieldProps {
  readonly layers: readonly WeightLayer[];
  readonly value: WeightLayer;
  readonly onChange: (layer: number) => void;
}

/** The list from which one chooses a layer that learns; the same layer in every panel, as it is part of the selection. */
export function WeightLayerField({ layers, value, onChange }: WeightLayerFieldProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'layers' });
  return (
    <SelectField
      label={t('label')}
      value={String(value.layer)}
      options={layers.map((choice) => ({ value: String(choice.layer), label: nameOf(choice) }))}
      onChange={(chosen) => onChange(Number(chosen))}
    />
  );

  function nameOf({ plan: { layer }, layer: number, outputs }: WeightLayer): string {
    const place = number + 1;
    return isConvolution(layer)
      ? t(layer.type, { place, kernel: `${layer.kernel}×${layer.kernel}`, count: outputs })
      : t('dense', { place, count: outputs });
  }
}
