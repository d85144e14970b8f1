import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';

/** Of the form that asks it. */
const QUESTION = 'lesson-question';

/** In the place of results that a lesson asks about first. */
export function Covered() {
  const { t } = useTranslation('translation', { keyPrefix: 'lesson.covered' });
  return (
    <EmptyState text={t('text')}>
      <Button
        onPress={() => {
          const question = document.getElementById(QUESTION);
          question?.scrollIntoView({ block: 'center' });
          question?.querySelector('input')?.focus({ preventScroll: true });
        }}
      >
        {t('answer')}
      </Button>
    </EmptyState>
  );
}
