import { lazyPanel } from '../shared/lazy-panel';
import { useLab } from '../shared/use-lab';

const Bar = lazyPanel(async () => (await import('./LessonBar')).LessonBar);

/** Where the open lesson stands; its code is fetched with it. */
export function LessonPlace() {
  const code = useLab((state) => state.lesson?.code);
  return code === undefined ? null : <Bar key={code} />;
}
