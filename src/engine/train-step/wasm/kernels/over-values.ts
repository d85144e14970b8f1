import type { FunctionBuilder, Local } from '../assembler/function';
import { channelVectors, FLOAT_BYTES, type Layout, VECTOR_BYTES } from '../layout';

/** Values of one image: how they lie, and a pointer that is moved over them from where the image begins. */
interface Walked {
  readonly layout: Layout;
  readonly at: Local<'i32'>;
}

/** The body for each vector of one image, whose values lie in several places: as many in each, but not equally far apart. */
export function overValues(
  f: FunctionBuilder,
  walked: readonly [Walked, ...Walked[]],
  body: () => void,
): void {
  const { height, width } = walked[0].layout;
  const vectors = channelVectors(walked[0].layout);
  const move = (bytes: (layout: Layout) => number) => {
    for (const { layout, at } of walked) f.increase(at, bytes(layout));
  };
  move(({ origin }) => origin * FLOAT_BYTES);
  f.repeat(height, () => {
    f.repeat(width, () => {
      f.repeat(vectors, () => {
        body();
        move(() => VECTOR_BYTES);
      });
      move(({ pixel }) => pixel * FLOAT_BYTES - vectors * VECTOR_BYTES);
    });
    move(({ row, pixel }) => (row - width * pixel) * FLOAT_BYTES);
  });
}
