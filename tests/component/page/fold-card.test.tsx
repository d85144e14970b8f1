import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { TrainingPanel } from '../../../src/panels/training/TrainingPanel';
import { FoldCard } from '../../../src/ui/FoldCard';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { renderLab } from '../render-lab';

const world = await smallWorld();

test('says in one line what is set in it while it is folded', async () => {
  await page.viewport(1440, 900);
  await renderLab(fakeLab(world, { settings: { epochs: 4 } }), <TrainingPanel />);
  const epochs = page.getByRole('slider', { name: 'Epochs' });
  await expect.element(epochs).toBeVisible();
  await page.getByRole('heading', { name: 'Training' }).click();
  await expect.element(epochs).not.toBeInTheDocument();
  await expect
    .element(page.getByRole('region', { name: 'Training' }))
    .toHaveTextContent(/4 epochs · batch \d+ · Adam/);
});

test('says what its settings do on demand, and always why one can not be used', async () => {
  await page.viewport(1440, 900);
  await renderLab(fakeLab(world), <TrainingPanel />);
  const what = page.getByText('How often every training image is seen.');
  await expect.element(page.getByText('Only for Momentum and Nesterov.')).toBeVisible();
  await expect.element(what).not.toBeVisible();
  await expect
    .element(page.getByRole('slider', { name: 'Epochs' }))
    .toHaveAccessibleDescription('How often every training image is seen.');
  await page.getByRole('button', { name: 'What these settings do' }).click();
  await expect.element(what).toBeVisible();
});

test('begins folded where there is little room, and opens for what has to be seen', async () => {
  await page.viewport(390, 844);
  const card = (opensFor: boolean) => (
    <FoldCard title="Data" summary="MNIST" isOpenAtFirst opensFor={opensFor}>
      <p>what has to be seen</p>
    </FoldCard>
  );
  const lab = fakeLab(world);
  const { rerender } = await renderLab(lab, card(false));
  const content = page.getByText('what has to be seen');
  await expect.element(content).not.toBeVisible();
  await rerender(card(true));
  await expect.element(content).toBeVisible();
  await page.viewport(1440, 900);
});
