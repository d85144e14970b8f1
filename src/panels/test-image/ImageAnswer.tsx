import { useTranslation } from 'react-i18next';
import { ranked } from '../../metrics/top';
import { ClippedText } from '../../ui/ClippedText';
import { formatShare } from '../../ui/format';
import { isWord } from '../../ui/is-word';
import { ShareBar } from '../../ui/ShareBar';
import { SaveTable } from '../shared/save-table';
import { StartTraining } from '../shared/start-training';
import { TermText } from '../shared/term';
import { useClassWording, useOutputNames, useOutputPhrase } from '../shared/use-class-names';
import { answerBars } from './answer-bars';
import styles from './TestImage.module.css';
import type { ShownImage } from './use-shown-image';

/** What is read in an image, whether that is right, and the probabilities of the ten classes, of more of the likeliest. */
export function ImageAnswer({ shown }: { readonly shown: ShownImage }) {
  const { label, probabilities, isTrained } = shown;
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.test-image' });
  const names = useOutputNames();
  const phrase = useOutputPhrase();
  const wording = useClassWording();
  const share = (value: number) => formatShare(value, i18n.language);
  if (!isTrained) {
    return (
      <div className={styles.answer}>
        <b>{t('untrained')}</b> {t('untrainedHint', { label: phrase(label) })}
        <StartTraining />
      </div>
    );
  }
  const best = probabilities && ranked(probabilities)[0];
  if (!best) return <p className={styles.answer}>{t('unread')}</p>;
  const isRight = best.label === label;
  const { bars, others } = answerBars(probabilities, label);
  return (
    <div className={styles.answer}>
      <p>
        <strong
          className={isRight ? styles.right : styles.wrong}
          data-word={isWord(names[best.label] ?? '') || undefined}
        >
          {names[best.label]}
        </strong>
        <span>
          <TermText>{t('sure', { share: share(best.probability) })}</TermText>
          <br />
          <b className={isRight ? styles.right : styles.wrong}>
            {t(isRight ? 'right' : 'wrong', { label: phrase(label) })}
          </b>
        </span>
      </p>
      <table className={styles.bars}>
        <caption className="visually-hidden">{t('probabilities', wording)}</caption>
        <tbody>
          {bars.map(({ label: digit, probability }) => (
            <tr
              key={digit}
              data-label={digit === label || undefined}
              data-best={digit === best.label || undefined}
            >
              <th scope="row">
                <ClippedText>{names[digit] ?? ''}</ClippedText>
              </th>
              <td aria-hidden="true">
                <ShareBar
                  share={probability}
                  tone={digit === label ? 'good' : digit === best.label ? 'bad' : 'muted'}
                />
              </td>
              <td>{share(probability)}</td>
            </tr>
          ))}
          {others && (
            <tr>
              <th scope="row">
                <ClippedText>{t('others', { count: others.count })}</ClippedText>
              </th>
              <td aria-hidden="true">
                <ShareBar share={others.probability} tone="muted" />
              </td>
              <td>{share(others.probability)}</td>
            </tr>
          )}
        </tbody>
      </table>
      <SaveTable name={t('probabilities', wording)} />
    </div>
  );
}
