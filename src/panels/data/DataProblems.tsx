import { useTranslation } from 'react-i18next';
import type { DataProblem } from '../../data/dataset';
import { groupProblems } from '../../state/data/group-problems';
import styles from './DataPanel.module.css';
import { problemText } from './problem-text';

interface DataProblemsProps {
  readonly problems: readonly DataProblem[];
  /** Shown unfolded: nothing else can be done before they are read. */
  readonly open: boolean;
}

/** What failed, source by source, and what to do about it. */
export function DataProblems({ problems, open }: DataProblemsProps) {
  const { t, i18n } = useTranslation();
  if (problems.length === 0) return null;
  return (
    <details className={styles.problems} open={open}>
      <summary>{t('panels.data.problems')}</summary>
      <ul>
        {groupProblems(problems).map((problem) => (
          <li key={`${problem.source} ${problem.file} ${problem.code}`}>
            {problemText(problem, t, i18n.language)}
          </li>
        ))}
      </ul>
    </details>
  );
}
