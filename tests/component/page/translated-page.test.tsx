import { beforeAll, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Lab } from '../../../src/page/Page';
import { PageBoundary } from '../../../src/page/PageBoundary';
import { RESULT_PANELS } from '../../../src/page/panel-registry';
import { surviveTranslation } from '../../../src/page/translated-text';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { reads } from '../draw/draw-page';
import { digitStrokes } from '../draw/pad';
import { renderLab } from '../render-lab';
import { translate, type Way } from './translate';

const world = await smallWorld();
const status = page.getByRole('status', { name: 'Training status' });
const answer = page.getByRole('status', { name: 'Prediction' });

beforeAll(surviveTranslation);

/** The page is drawn, and what there is of it translated. */
async function translated(way: Way): Promise<void> {
  await new Promise(requestAnimationFrame);
  await new Promise((resolve) => setTimeout(resolve));
  translate(way);
}

const WAYS: readonly Way[] = ['replaced', 'wrapped'];

test.each(WAYS)('a translated page draws, is trained and opens its panels: texts are %s', async (way) => {
  await page.viewport(1440, 900);
  const lab = fakeLab(world);
  lab.pretrained();
  await renderLab(
    lab,
    <PageBoundary>
      <Lab />
    </PageBoundary>,
  );
  await expect.element(page.getByRole('tab', { name: 'Inside', exact: true })).toBeVisible();
  reads(lab, { 7: 0.6, 1: 0.3 });
  await translated(way);
  for (const stroke of digitStrokes(7)) {
    lab.actions.addStroke(stroke);
    await translated(way);
  }
  await expect.element(answer).toHaveTextContent(/^7.*%/);
  lab.training();
  await translated(way);
  await expect.element(status).toHaveTextContent(/Epoch/);
  lab.trained();
  await translated(way);
  for (const { id } of RESULT_PANELS) {
    lab.actions.open(id);
    await translated(way);
  }
  lab.actions.clear();
  await translated(way);
  lab.actions.undo();
  await translated(way);
  lab.actions.open('overview');
  await expect.element(status).toHaveTextContent(/Training finished/);
  await expect.element(answer).toHaveTextContent(/^7.*%/);
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
});
