import { lazyPanel } from '../shared/lazy-panel';
import { useLab } from '../shared/use-lab';

const Card = lazyPanel(async () => (await import('./PreviewCard')).PreviewCard);

/** A person's files before they are used; its code is fetched with the first of them. */
export function Preview() {
  const isThere = useLab((state) => state.filePreview !== undefined);
  return isThere ? <Card /> : null;
}
