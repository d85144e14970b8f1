import type { Arithmetic } from './arithmetic';
import { ConvView } from './ConvView';
import { DenseView } from './DenseView';
import { NormView } from './NormView';
import { PoolView } from './PoolView';
import { ResidualView } from './ResidualView';
import { SeparableView } from './SeparableView';

interface ArithmeticViewProps {
  readonly arithmetic: Arithmetic;
  /** The input channel that is shown product by product. */
  readonly channel: number;
  readonly onChannel: (channel: number) => void;
  /** The layer is given maps, not units. */
  readonly isFromMaps: boolean;
}

export function ArithmeticView({ arithmetic, channel, onChannel, isFromMaps }: ArithmeticViewProps) {
  switch (arithmetic.kind) {
    case 'conv':
      return <ConvView arithmetic={arithmetic} channel={channel} onChannel={onChannel} />;
    case 'separable':
      return <SeparableView arithmetic={arithmetic} channel={channel} onChannel={onChannel} />;
    case 'residual':
      return <ResidualView arithmetic={arithmetic} />;
    case 'pool':
      return <PoolView arithmetic={arithmetic} />;
    case 'norm':
      return <NormView arithmetic={arithmetic} />;
    case 'dense':
      return <DenseView arithmetic={arithmetic} isFromMaps={isFromMaps} />;
    default:
      return arithmetic satisfies never;
  }
}
