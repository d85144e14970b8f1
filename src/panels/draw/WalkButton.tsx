import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { showResults } from '../shared/show-results';
import { useOffers } from '../shared/use-control';
import { useActions } from '../shared/use-lab';

/** From the answer to how it came about, from the first step on. */
export function WalkButton() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.walk' });
  const { select, open } = useActions();
  const offers = useOffers();
  if (!offers('walk')) return null;
  return (
    <p>
      <Button
        onPress={() => {
          select({ image: undefined, layer: undefined });
          open('walk');
          showResults();
        }}
      >
        {t('open')}
      </Button>
    </p>
  );
}
