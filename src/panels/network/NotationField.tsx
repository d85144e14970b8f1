import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Network } from '../../model/network';
import { formatNetwork, parseNetwork } from '../../model/notation';
import { networkProblemText } from '../shared/network-problem-text';
import styles from './NetworkPanel.module.css';

interface NotationFieldProps {
  readonly network: Network;
  readonly onChange: (network: Network) => void;
}

/** The network as the address has it. Takes effect while it is typed, as soon as every token is a layer. */
export function NotationField({ network, onChange }: NotationFieldProps) {
  const { t, i18n } = useTranslation();
  const id = useId();
  const current = formatNetwork(network);
  const [text, setText] = useState(current);
  useEffect(() => setText(current), [current]);
  const parsed = parseNetwork(text.trim());
  return (
    <div className={styles.notation}>
      <label htmlFor={id}>{t('panels.network.notation')}</label>
      <input
        id={id}
        value={text}
        spellCheck={false}
        autoComplete="off"
        aria-describedby={`${id}-hint`}
        aria-invalid={!parsed.ok}
        onChange={(event) => {
          setText(event.target.value);
          const typed = parseNetwork(event.target.value.trim());
          if (typed.ok) onChange(typed.network);
        }}
        onBlur={() => setText(current)}
      />
      <p id={`${id}-hint`} className={parsed.ok ? styles.hint : styles.problem}>
        {parsed.ok ? t('panels.network.notationHint') : networkProblemText(parsed.problem, t, i18n.language)}
      </p>
    </div>
  );
}
