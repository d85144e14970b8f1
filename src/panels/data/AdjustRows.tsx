import { useTranslation } from 'react-i18next';
import type { Adjustments, Guess, Role } from '../../data/understand/choices';
import type { Understood } from '../../protocol/data/file-preview';
import { Fold } from '../../ui/Fold';
import { SelectField } from '../../ui/SelectField';
import { useActions } from '../shared/use-lab';
import { changedRoles } from './changed-roles';
import styles from './PreviewCard.module.css';

const ROLES = [
  'train-images',
  'train-labels',
  'test-images',
  'test-labels',
  'unused',
] as const satisfies readonly Role[];

/** Everything that was guessed, to be changed: each change understands the files anew, without reading them again. */
export function AdjustRows({ understood }: { readonly understood: Understood }) {
  const { t } = useTranslation();
  const { adjustPreview } = useActions();
  const { guesses, arrays, sets, adjustments, isBusy = false } = understood;
  const change = (changes: Adjustments) => adjustPreview({ ...adjustments, ...changes });
  const rows = guesses.filter(({ options }) => options.length > 1);
  return (
    <Fold
      title={t('panels.data.preview.change')}
      summary={[...(sets ? ['set' as const] : []), ...rows.map(({ id }) => id)]
        .map((id) => t(`panels.data.preview.rows.${id}`))
        .join(' · ')}
    >
      <div className={styles.rows}>
        {sets && (
          <div className={styles.roles}>
            <SelectField<string>
              label={t('panels.data.preview.rows.set')}
              value={sets.taken}
              isDisabled={isBusy}
              options={sets.names.map((name) => ({ value: name, label: name }))}
              // What was said of one set is not true of another.
              onChange={(set) => adjustPreview({ set })}
            />
          </div>
        )}
        {arrays.length > 0 && (
          <div className={styles.roles}>
            {arrays.map(({ name, shape, role }, i) => (
              <SelectField<Role>
                // biome-ignore lint/suspicious/noArrayIndexKey: the arrays never change their places
                key={i}
                label={t('panels.data.preview.rows.role', { name, shape: `(${shape.join(', ')})` })}
                value={role}
                isDisabled={isBusy}
                options={ROLES.map((each) => ({
                  value: each,
                  label: t(`panels.data.preview.options.role.${each}`),
                }))}
                onChange={(chosen) => change({ roles: changedRoles(arrays, i, chosen) })}
              />
            ))}
          </div>
        )}
        {rows.map((guess) => (
          <GuessRow key={guess.id} guess={guess} isBusy={isBusy} onChange={change} />
        ))}
      </div>
    </Fold>
  );
}

interface GuessRowProps {
  readonly guess: Guess;
  readonly isBusy: boolean;
  readonly onChange: (changes: Adjustments) => void;
}

function GuessRow({ guess, isBusy, onChange }: GuessRowProps) {
  const { t } = useTranslation();
  const labelOf = (value: string) => t(`panels.data.preview.options.${guess.id}.${value}` as never) as string;
  return (
    <SelectField<string>
      label={t(`panels.data.preview.rows.${guess.id}`)}
      value={guess.value}
      isDisabled={isBusy}
      options={guess.options.map((value) => ({ value, label: labelOf(value) }))}
      onChange={(value) => onChange({ [guess.id]: value } as Adjustments)}
    />
  );
}
