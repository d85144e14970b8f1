import { useTranslation } from 'react-i18next';
import { arriveAt } from '../shared/arrival';
import { useOffers } from '../shared/use-control';
import { useActions } from '../shared/use-lab';

/** From the answer to how it came about, from the first step on. A link: the keyboard goes on from there as well. */
export function WalkLink() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.walk' });
  const { select, open } = useActions();
  const offers = useOffers();
  if (!offers('walk')) return null;
  return (
    <p>
      {/* biome-ignore lint/a11y/useValidAnchor: it leads to the results, and what it opens is there */}
      <a
        href="#results"
        onClick={() => {
          select({ image: undefined, layer: undefined });
          open('walk');
          arriveAt('walk');
        }}
      >
        {t('open')}
      </a>
    </p>
  );
}
