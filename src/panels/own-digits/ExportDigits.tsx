import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnDigit } from '../../model/own-digit';
import { ownDigitsFile } from '../../model/own-digits-file';
import { Button } from '../../ui/Button';
import { Note } from '../../ui/Note';
import { Toolbar } from '../../ui/Toolbar';
import { saveFile } from '../shared/save-file';
import { useLab } from '../shared/use-lab';

const FORMATS = ['json', 'pictures', 'npz'] as const;
type Format = (typeof FORMATS)[number];

type Saving =
  | { readonly stage: 'making' }
  | { readonly stage: 'saved'; readonly count: number; readonly file: string }
  | { readonly stage: 'failed'; readonly reason: string };

/** Takes the digits elsewhere: for this page with their strokes, or the images alone as other programs read them. */
export function ExportDigits() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.own-digits.files' });
  const digits = useLab((state) => state.ownDigits.digits);
  const [saving, setSaving] = useState<Saving>();
  const save = async (format: Format) => {
    setSaving({ stage: 'making' });
    try {
      const { name, content } = await fileOf(format, digits);
      saveFile(name, content);
      setSaving({ stage: 'saved', count: digits.length, file: name });
    } catch (error) {
      setSaving({ stage: 'failed', reason: error instanceof Error ? error.message : String(error) });
    }
  };
  const isDisabled = digits.length === 0 || saving?.stage === 'making';
  return (
    <>
      <Toolbar role="group" aria-label={t('exports')}>
        {FORMATS.map((format) => (
          <Button key={format} isDisabled={isDisabled} onPress={() => void save(format)}>
            {t(`exportAs.${format}`)}
          </Button>
        ))}
      </Toolbar>
      <Note>{t('formats')}</Note>
      <Note role="status">
        {saving?.stage === 'making' && t('making')}
        {saving?.stage === 'saved' && t('saved', saving)}
      </Note>
      {saving?.stage === 'failed' && <Note role="alert">{t('failed', { reason: saving.reason })}</Note>}
    </>
  );
}

async function fileOf(format: Format, digits: readonly OwnDigit[]): Promise<{ name: string; content: Blob }> {
  switch (format) {
    case 'json':
      return {
        name: 'my-digits.json',
        content: new Blob([ownDigitsFile(digits)], { type: 'application/json' }),
      };
    case 'pictures': {
      const { ownDigitsPictures } = await import('../../export/own-digits/own-digit-files');
      return { name: 'my-digits.zip', content: new Blob([await ownDigitsPictures(digits)]) };
    }
    case 'npz': {
      const { ownDigitsNpz } = await import('../../export/own-digits/own-digit-files');
      return { name: 'my-digits.npz', content: new Blob([await ownDigitsNpz(digits)]) };
    }
    default:
      return format satisfies never;
  }
}
