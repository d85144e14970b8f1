import { useTranslation } from 'react-i18next';
import type { Answer } from '../../state/lab-state';
import { isActive } from '../../state/selectors';
import { formatShare } from '../../ui/format';
import { isWord } from '../../ui/is-word';
import { useClassNames } from '../use-class-names';
import { useLab } from '../use-lab';
import styles from './AnswerView.module.css';
import { Probabilities } from './Probabilities';

/** What the network says, or what to do to make it speak. */
export function AnswerView() {
  const { t } = useTranslation();
  const answer = useLab((state) => state.answer);
  // While it trains the answer changes several times a second, which is to be seen but not to be read out.
  const changing = useLab((state) => isActive(state.run.phase));
  return (
    <>
      <div className={styles.answer}>
        <output aria-label={t('panels.draw.prediction')} aria-live={changing ? 'off' : 'polite'}>
          <Sentence answer={answer} />
        </output>
        <Aside kind={answer.kind} />
      </div>
      <Probabilities values={answer.kind === 'read' ? answer.probabilities : undefined} />
    </>
  );
}

function Sentence({ answer }: { readonly answer: Answer }) {
  const { t, i18n } = useTranslation();
  const names = useClassNames();
  switch (answer.kind) {
    case 'none':
      return null;
    case 'empty':
      return <b>{t('panels.draw.empty')}</b>;
    case 'untrained':
      return (
        <>
          <b>{t('panels.draw.untrained')}</b> {t('panels.draw.untrainedHint')}
        </>
      );
    case 'read': {
      const probability = Math.max(...answer.probabilities);
      const name = names[answer.probabilities.indexOf(probability)] ?? '';
      return (
        <>
          <strong data-word={isWord(name) || undefined}>{name}</strong>
          <span className={styles.comma}>, </span>
          <span>{formatShare(probability, i18n.language)}</span>
        </>
      );
    }
    default:
      return answer satisfies never;
  }
}

/** Words beside the answer that are no part of it. */
function Aside({ kind }: { readonly kind: Answer['kind'] }) {
  const { t } = useTranslation();
  switch (kind) {
    case 'none':
      return <p>{t('panels.draw.noneHint')}</p>;
    case 'empty':
      return <p>{t('panels.draw.emptyHint')}</p>;
    case 'untrained':
      return null;
    case 'read':
      return <p>{t('panels.draw.sure')}</p>;
    default:
      return kind satisfies never;
  }
}
