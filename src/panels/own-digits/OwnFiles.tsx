import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Imported } from '../../state/own-digits/own-digits';
import { Button } from '../../ui/Button';
import { FileButton } from '../../ui/FileButton';
import { focusBefore } from '../../ui/focus-before';
import { Note } from '../../ui/Note';
import { Toolbar } from '../../ui/Toolbar';
import { useActions, useLab } from '../shared/use-lab';
import { ExportDigits } from './ExportDigits';

/** Takes the digits elsewhere and back, and removes all of them, once that was confirmed. */
export function OwnFiles() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.own-digits.files' });
  const digits = useLab((state) => state.ownDigits.digits);
  const imported = useLab((state) => state.ownDigits.imported);
  const { importOwn, removeAllOwn } = useActions();
  const [isAsking, setAsking] = useState(false);
  const none = digits.length === 0;
  return (
    <div>
      <ExportDigits />
      <Toolbar>
        <FileButton onChoose={([first]) => first && importOwn(first.file)}>{t('import')}</FileButton>
        <Button isDisabled={none} isPressed={isAsking && !none} onPress={() => setAsking(!isAsking)}>
          {t('removeAll')}
        </Button>
      </Toolbar>
      {isAsking && !none && (
        <Toolbar role="alert">
          <span>{t('sure', { count: digits.length })}</span>
          <Button
            onPress={(press) => {
              press.currentTarget.closest('section')?.querySelector('button')?.focus();
              setAsking(false);
              removeAllOwn();
            }}
          >
            {t('yes')}
          </Button>
          <Button
            onPress={({ currentTarget }) => {
              // The question goes as a whole: back to the button that asked it.
              focusBefore(currentTarget.closest('[role=alert]') ?? currentTarget);
              setAsking(false);
            }}
          >
            {t('no')}
          </Button>
        </Toolbar>
      )}
      <Note role="status">{imported && <Outcome imported={imported} />}</Note>
    </div>
  );
}

function Outcome({ imported }: { readonly imported: Imported }) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.own-digits.files' });
  if (!imported.ok) {
    const { problem } = imported;
    return t(`problems.${problem.code}`, { digit: 0, field: '', version: 0, ...problem });
  }
  const { added, duplicates } = imported;
  return duplicates === 0
    ? t('added', { count: added })
    : `${t('added', { count: added })} ${t('duplicates', { count: duplicates })}`;
}
