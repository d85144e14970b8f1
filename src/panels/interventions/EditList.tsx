import { useTranslation } from 'react-i18next';
import { isConvolution } from '../../model/network';
import type { WeightLayer } from '../../model/weight-layers';
import type { WeightEdit } from '../../protocol/inspect';
import { Button } from '../../ui/Button';
import { Toolbar } from '../../ui/Toolbar';
import styles from './Interventions.module.css';
import type { EditsInHand } from './use-edits';

type EditListProps = Pick<EditsInHand, 'edits' | 'change'> & {
  readonly layers: readonly WeightLayer[];
  readonly isDisabled: boolean;
};

/** The edits in force, oldest first, each to be taken back. */
export function EditList({ layers, edits, change, isDisabled }: EditListProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.interventions' });
  const none = isDisabled || edits.length === 0;
  return (
    <div className={styles.edits}>
      <h3>{t('edits')}</h3>
      {edits.length === 0 ? (
        <p>{t('noEdits')}</p>
      ) : (
        <ol>
          {edits.map((edit) => (
            <li key={describe(edit)}>{describe(edit)}</li>
          ))}
        </ol>
      )}
      <Toolbar>
        <Button isDisabled={none} onPress={() => change(edits.slice(0, -1))}>
          {t('undo')}
        </Button>
        <Button isDisabled={none} onPress={() => change([])}>
          {t('undoAll')}
        </Button>
      </Toolbar>
    </div>
  );

  function describe(edit: WeightEdit): string {
    const edited = layers.find(({ layer }) => layer === edit.layer)?.plan.layer;
    const name = t(edited && isConvolution(edited) ? 'filter' : 'unit', { filter: edit.filter + 1 });
    const layer = edit.layer + 1;
    switch (edit.kind) {
      case 'mute':
        return t('muteEdit', { layer, name });
      case 'kernel':
        return t('kernelEdit', { layer, name, channel: edit.input + 1 });
      default:
        return edit satisfies never;
    }
  }
}
