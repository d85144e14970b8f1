import { expect, NO_REAL_DATA, test } from './test';

test('opens ready to train, with nothing to set up', async ({ lab, page }) => {
  await lab.open();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Digit Lab');
  for (const name of ['Learning curves', 'Confusion matrix', 'Draw a digit']) {
    await expect(lab.region(name)).toBeVisible();
  }
  await expect.poll(() => lab.commands()).toEqual(['Train', 'Step']);
});

test('takes the official MNIST from its own server', async ({ lab, page, realData }) => {
  test.skip(!realData, NO_REAL_DATA);
  const outside: string[] = [];
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith('http://127.0.0.1'))
      outside.push(request.url());
  });
  await lab.open();
  await expect(page.getByText(/55,000/).first()).toBeVisible();
  expect(outside).toEqual([]);
});

test('chooses a backend by itself and says why it passed over the software GPU', async ({ lab }) => {
  await lab.openWithOwnFiles('?backend=auto');
  await expect(lab.engine).toContainText('WASM');
  const why = lab.region('Engine').getByRole('listitem');
  await expect(why.filter({ hasText: 'WebGPU' })).toContainText(/runs on the processor.*SwiftShader/i);
});

test('offers every control by its name', async ({ lab, page }) => {
  await lab.openWithOwnFiles();
  for (const name of [
    'Dataset',
    'Network',
    'Backend',
    'Train step',
    'Workers',
    'Optimizer',
    'Activation',
    'Schedule',
    'Initial weights',
  ]) {
    await expect(lab.choice(name), name).toBeAttached();
  }
  for (const name of [
    'Epochs',
    'Batch size',
    'Learning rate',
    'Dropout',
    'Momentum',
    'Label smoothing',
    'Training images',
  ]) {
    await expect(page.getByRole('slider', { name }), name).toBeAttached();
  }
  await expect(page.getByRole('textbox', { name: 'Seed' })).toBeAttached();
});
