import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DataProblem } from '../../data/dataset';
import { Button, type Press } from '../../ui/Button';
import { copyText } from '../../ui/copy-text';
import { DataProblems } from './DataProblems';
import { LonePicture } from './LonePicture';
import styles from './PreviewCard.module.css';
import { recipeFor } from './python-recipe';

interface RefusedViewProps {
  readonly problems: readonly DataProblem[];
  readonly onClose: (press: Press) => void;
}

/** Why a person's files can't be used, and what can be done with them instead. */
export function RefusedView({ problems, onClose }: RefusedViewProps) {
  const { t } = useTranslation();
  const isLone = problems.some(({ code }) => code === 'lone-picture');
  return (
    <>
      <p className={styles.bad} role="alert">
        {t('panels.data.preview.refused')}
      </p>
      <DataProblems problems={problems} open />
      {problems.map((problem) => (
        <PythonLines key={`${problem.file} ${problem.field}`} problem={problem} />
      ))}
      <div className={styles.buttons}>
        {isLone && <LonePicture />}
        <Button onPress={onClose}>{t('panels.data.preview.close')}</Button>
      </div>
    </>
  );
}

function PythonLines({ problem }: { readonly problem: DataProblem }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState<boolean>();
  const recipe = recipeFor(problem);
  if (!recipe) return null;
  return (
    <>
      <p>
        {recipe.isProgram && t('panels.data.preview.trusted')} {t('panels.data.preview.recipe')}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than its place is scrolled by keyboard too */}
      <pre className={styles.code} translate="no" tabIndex={0}>
        {recipe.code}
      </pre>
      <Button onPress={() => void copyText(recipe.code).then(setCopied)}>
        {t('panels.data.preview.copy')}
      </Button>
      <p role="status">
        {copied !== undefined && t(copied ? 'panels.data.preview.copied' : 'panels.data.preview.notCopied')}
      </p>
    </>
  );
}
