import { paddingAround } from '../../model/layers/windows';
import { formatNetwork } from '../../model/notation';
import { type Settings, trainedNetwork } from '../../model/settings';
import { planOf } from '../../model/shapes';

type Reading = Pick<Settings, 'network' | 'dropout' | 'activation'>;

/** Whether two networks of the same weights read the same: padding that adds nothing makes no difference. */
export const isSameReading = (a: Reading, b: Reading): boolean =>
  plainText(a) === plainText(b) && (a.activation === b.activation || !isActivated(a));

const isActivated = ({ network }: Reading): boolean =>
  planOf(network).layers.some((plan) => plan.isActivated);

function plainText(settings: Reading): string {
  const { layers } = planOf(trainedNetwork(settings));
  const plain = layers.map(({ layer, input }) => {
    if (layer.type !== 'conv' && layer.type !== 'separable-conv') return layer;
    const { before, after } = paddingAround(input[0], layer.kernel, layer.stride, layer.padding);
    return before + after === 0 ? { ...layer, padding: 'valid' as const } : layer;
  });
  return formatNetwork(plain.filter(({ type }) => type !== 'dropout'));
}
