import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ClassificationReport } from '../../src/panels/classification-report/ClassificationReport';
import { fakeLab } from '../fixtures/fake-lab';
import { smallWorld } from '../fixtures/small-world';
import { renderLab } from './render-lab';

const world = await smallWorld();

test('says that the first epoch is under way instead of what to press', async () => {
  const lab = fakeLab(world);
  await renderLab(lab, <ClassificationReport />);
  const report = page.getByRole('region', { name: 'Classification report' });
  await expect.element(report).toHaveTextContent('Train');
  lab.trained();
  await expect.element(report.getByRole('row', { name: /^All digits/ })).toBeVisible();
});
