import { expect, test } from './test';

// The bare address, as people open it.
test.use({ panel: '' });

test('opens ready to train by itself: data, network, backend, and nothing from elsewhere', async ({
  lab,
  page,
  realData,
}) => {
  const outside: string[] = [];
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith('http://127.0.0.1'))
      outside.push(request.url());
  });
  await lab.open();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Digit Lab');
  for (const name of ['Learning curves', 'Confusion matrix', 'Draw a digit']) {
    await expect(lab.region(name)).toBeVisible();
  }
  await expect.poll(() => lab.commands()).toEqual(['Train', 'Step']);
  // The official MNIST, where this page's server has it.
  if (realData) await expect(page.getByText(/55,000/).first()).toBeVisible();
  await expect(lab.engine).toContainText('WASM');
  const why = lab.region('Engine').getByRole('listitem');
  await expect(why.filter({ hasText: 'WebGPU' })).toContainText(/runs on the processor.*SwiftShader/i);
  expect(outside).toEqual([]);
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
    'Stop at',
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
    'Early stopping',
  ]) {
    await expect(page.getByRole('slider', { name }), name).toBeAttached();
  }
  await expect(page.getByRole('textbox', { name: 'Seed' })).toBeAttached();
});
