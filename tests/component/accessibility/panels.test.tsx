import { afterAll, expect, test } from 'vitest';
import { Button } from '../../../src/ui/Button';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { renderLab } from '../render-lab';
import { chartsDrawn, EVERY_PANEL } from './every-panel';
import { findings } from './findings';
import { walkByTab } from './keyboard';
import { PLAIN, screensFor, turnBack, turnTo } from './screens';
import { MOMENTS } from './states';
import { smallTargets } from './targets';

const moments = Object.entries(MOMENTS);
const looks = EVERY_PANEL.length * moments.length * screensFor(0).length;
const world = await smallWorld();

afterAll(turnBack);

// One render of each panel for all: the panels and their charts take longer to come than all that is asked of them.
test.each(EVERY_PANEL.map((panel, p) => ({ ...panel, p })))(
  `$id shuts nobody out, nor those without a pointer (${looks} looks at ${EVERY_PANEL.length} panels)`,
  async ({ Component, p }) => {
    const lab = fakeLab(world);
    const { container } = await renderLab(
      lab,
      // On what panels stand on in the page, against which their colours are to contrast.
      <main style={{ background: 'var(--surface)' }}>
        <Button onPress={() => undefined}>First</Button>
        <Component />
        <Button onPress={() => undefined}>Last</Button>
      </main>,
    );
    for (const [m, [moment, reach]] of moments.entries()) {
      reach(lab);
      for (const screen of screensFor(p * moments.length + m)) {
        await turnTo(screen);
        await lab.answered();
        await chartsDrawn();
        const where = `${moment}, ${screen.theme}, ${screen.language}, ${screen.width} pixels`;
        expect.soft([...(await findings()), ...smallTargets()], where).toEqual([]);
      }
    }
    await turnTo({ ...PLAIN, isUnfolded: true });
    await lab.answered();
    await chartsDrawn();
    const ends = [...container.querySelectorAll<HTMLElement>('main > button')];
    const { stops, wrong } = await walkByTab(ends[0] as HTMLElement, ends.at(-1) as HTMLElement);
    expect(wrong, `on the way by Tab, ${stops} stops`).toEqual([]);
  },
);
