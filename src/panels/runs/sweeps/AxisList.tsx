import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../model/settings';
import type { SweepAxis } from '../../../model/sweep';
import { Button, type Press } from '../../../ui/Button';
import { AxisFields } from './AxisFields';
import { newAxis, SWEPT } from './new-axis';
import styles from './Sweeps.module.css';

interface AxisListProps {
  readonly axes: readonly SweepAxis[];
  /** What the other settings are. */
  readonly base: Settings;
  /** Every combination is tried: of numbers it has to be said how many. */
  readonly isGrid: boolean;
  readonly onChange: (axes: readonly SweepAxis[]) => void;
}

/** More would hardly be seen in a picture, nor found with so few runs. */
const MOST_AXES = 4;

/** The settings that a sweep changes, each once. */
export function AxisList({ axes, base, isGrid, onChange }: AxisListProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.sweeps.sweep' });
  const taken = axes.map(({ setting }) => setting);
  const free = SWEPT.find((name) => !taken.includes(name));
  return (
    <>
      {axes.length > 0 && (
        <ul className={styles.axes}>
          {axes.map((axis, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows stay while another setting is chosen in them
            <li key={i}>
              <AxisFields
                axis={axis}
                number={i + 1}
                base={base}
                taken={taken}
                isGrid={isGrid}
                onChange={(changed) => onChange(axes.with(i, changed))}
                onRemove={(press) => {
                  // The next setting takes the row; the last row goes, and the keyboard to what stands behind it.
                  if (i === axes.length - 1) focusBehindList(press);
                  onChange(axes.toSpliced(i, 1));
                }}
              />
            </li>
          ))}
        </ul>
      )}
      {free && (
        <Button
          isDisabled={axes.length >= MOST_AXES}
          onPress={() => onChange([...axes, newAxis(free, base)])}
        >
          {t('add')}
        </Button>
      )}
    </>
  );
}

function focusBehindList({ currentTarget }: Press): void {
  const behind = currentTarget.closest('ul')?.nextElementSibling;
  if (behind instanceof HTMLElement) behind.focus();
}
