import { expect, test } from './test';

test('draws the curves as one wants them, and keeps that from tab to tab', async ({ lab, page }) => {
  await lab.openWithOwnFiles('?preset=tfjs-examples&backend=wasm&train=512&batch=32&epochs=2');
  await lab.trainToTheEnd();
  const curves = page.getByRole('region', { name: 'Learning curves' });
  await curves.getByRole('checkbox', { name: 'Log scale' }).check();
  await expect(curves.getByRole('heading', { name: 'error rate' })).toBeVisible();
  await curves.getByRole('slider', { name: 'Smoothing' }).press('Home');
  await curves.getByRole('checkbox', { name: 'Learning rate' }).uncheck();
  await curves.getByRole('radio', { name: 'by epoch' }).press('Space');
  await expect(curves.getByRole('slider', { name: 'Smoothing' })).toBeDisabled();

  await lab.openPanel('Learning curves');
  await expect(curves.getByRole('checkbox', { name: 'Log scale' })).toBeChecked();
  await expect(curves.getByRole('checkbox', { name: 'Learning rate' })).not.toBeChecked();
  await expect(curves.getByRole('radio', { name: 'by epoch' })).toBeChecked();
  await curves.getByRole('radio', { name: 'by batch' }).press('Space');
  await expect(curves.getByRole('slider', { name: 'Smoothing' })).toHaveAttribute('aria-valuetext', 'off');
});
