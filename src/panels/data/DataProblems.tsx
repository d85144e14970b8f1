import { useTranslation } from 'react-i18next';
import type { DataProblem } from '../../data/dataset';
import { plainText } from '../../model/plain-text';
import { groupProblems } from '../../state/data/group-problems';
import styles from './DataPanel.module.css';
import { sourceName } from './source-name';

interface DataProblemsProps {
  readonly problems: readonly DataProblem[];
  /** Shown unfolded: nothing else can be done before they are read. */
  readonly open: boolean;
}

/** Of several files one after the other, and of what was found in them. */
const LONGEST = 400;

/** What failed, source by source, and what to do about it. */
export function DataProblems({ problems, open }: DataProblemsProps) {
  const { t } = useTranslation();
  if (problems.length === 0) return null;
  return (
    <details className={styles.problems} open={open}>
      <summary>{t('panels.data.problems')}</summary>
      <ul>
        {groupProblems(problems).map(({ code, file, source, found = '', wanted = '' }) => (
          <li key={`${source} ${file} ${code}`}>
            {t(`data.problems.${code}`, {
              ...{ file: plainText(file, { longest: LONGEST }), source: plainText(sourceName(source, t)) },
              ...{ found: found && plainText(found, { longest: LONGEST }), wanted },
            })}
          </li>
        ))}
      </ul>
    </details>
  );
}
