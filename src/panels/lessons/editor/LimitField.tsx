import { NumberBox } from '../../../ui/NumberBox';
import { Toolbar } from '../../../ui/Toolbar';
import styles from './LessonEditor.module.css';

interface LimitFieldProps {
  readonly label: string;
  /** Undefined where there is no limit. */
  readonly value: number | undefined;
  /** What it begins with. */
  readonly usual: number;
  readonly max: number;
  readonly onChange: (value: number | undefined) => void;
}

/** A limit that a goal need not have. */
export const LimitField = ({ label, value, usual, max, onChange }: LimitFieldProps) => (
  <Toolbar>
    <label className={styles.check}>
      <input
        type="checkbox"
        checked={value !== undefined}
        onChange={({ target }) => onChange(target.checked ? usual : undefined)}
      />
      {label}
    </label>
    {value !== undefined && (
      <NumberBox label={label} wide min={1} max={max} value={value} onChange={onChange} />
    )}
  </Toolbar>
);
