import axe from 'axe-core';
import { expect, test } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import type { Lesson } from '../../../src/model/lesson';
import { Lab } from '../../../src/page/Page';
import { fakeLab } from '../../fixtures/fake-lab';
import { LESSON } from '../../fixtures/lessons';
import { smallWorld } from '../../fixtures/small-world';
import { renderLab } from '../render-lab';

const world = await smallWorld();
const bar = page.getByRole('region', { name: 'Lesson', exact: true });
const goal = bar.getByRole('status', { name: 'Goal so far' });
const slider = (name: string) => page.getByRole('slider', { name, exact: true });
const tab = (name: string) => page.getByRole('tab', { name, exact: true });
const button = (name: string) => page.getByRole('button', { name, exact: true });

/** The whole page as a student finds it; the runs of the fake engine keep to the settings of this lesson. */
async function student(changes: Partial<Lesson> = {}) {
  const lab = fakeLab(world);
  lab.ready();
  lab.actions.openLesson({ lesson: { ...LESSON, ...changes }, code: 'a-lesson' });
  await renderLab(lab, <Lab />);
  await expect.element(bar).toBeVisible();
  return lab;
}

test('shows the task, and of the controls only what is open or locked', async () => {
  const lab = await student();
  await expect.element(bar).toHaveTextContent('Find a rate');
  await expect.element(bar).toHaveTextContent('Train until nine in ten are read right.');
  await expect.element(slider('Learning rate')).toBeEnabled();
  await expect.element(slider('Epochs')).toBeDisabled();
  await expect.element(slider('Epochs')).toHaveAccessibleDescription('Set by the lesson.');
  expect(page.getByRole('slider').elements().length).toBe(3); // and the width of the pen
  for (const name of ['Network', 'Data', 'Augmentation', 'Engine']) {
    await expect.element(page.getByRole('region', { name, exact: true })).not.toBeInTheDocument();
  }
  expect(lab.store.getState().settings).toMatchObject({ epochs: 2, learningRate: 0.001 });
});

test('offers the panels of the lesson alone', async () => {
  await student();
  await expect.element(tab('Confusion matrix')).toBeVisible();
  const tabs = page
    .getByRole('tab')
    .elements()
    .map((element) => element.textContent);
  expect(tabs).toEqual(['Results', 'Inside', 'Overview', 'Learning curves', 'Confusion matrix']);
});

test('covers the results until the question is answered by the keyboard', async () => {
  const lab = await student({ controls: { others: 'open', except: {} } });
  lab.trained();
  const status = page.getByRole('status', { name: 'Training status' });
  await expect.element(status).toHaveTextContent('Answer the lesson’s question to see the result.');
  await expect.element(page.getByText('Answer first: the lesson asks what you expect')).toBeVisible();
  await expect.element(page.getByRole('region', { name: 'Result of this run' })).not.toBeInTheDocument();
  expect(document.body.textContent).not.toMatch(/test accuracy/);
  await button('To the question').click();
  await expect.element(bar.getByRole('radio', { name: 'One in ten' })).toHaveFocus();
  await expect.element(bar.getByRole('button', { name: 'Answer', exact: true })).toBeDisabled();
  await userEvent.keyboard('{ArrowDown}{Tab}{Enter}');
  await expect.element(bar).toHaveTextContent('Your answer: Nine in ten');
  await expect.element(page.getByRole('region', { name: 'Result of this run' })).toBeVisible();
  await expect.element(page.getByRole('main')).toHaveFocus();
});

test('says how far the goal is, and at the end what was right and what was learnt', async () => {
  const lab = await student({ controls: { others: 'open', except: {} } });
  await expect.element(goal).toHaveTextContent('Not yet.');
  await bar.getByRole('radio', { name: 'One in ten' }).click();
  await bar.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect.element(goal).toHaveTextContent('Not yet. No run yet.');
  await expect.element(bar).not.toHaveTextContent('Not quite');
  lab.trained();
  const { accuracy } = world.readings.validation.evaluation;
  await expect.element(goal).toHaveTextContent(`Reached ✓ Best so far ${(100 * accuracy).toFixed(2)} %`);
  await expect.element(bar).toHaveTextContent('Not quite. It is: Nine in ten');
  await expect.element(bar).toHaveTextContent('The rate says how far each step goes.');
});

test('asks about what can be looked at until the answer is right', async () => {
  const answer = { kind: 'number', right: 10, within: 1 } as const;
  await student({ question: { text: 'How many classes?', covers: false, answer } });
  await expect.element(page.getByText('Answer first: the lesson asks')).not.toBeInTheDocument();
  const number = bar.getByRole('textbox', { name: 'Your number' });
  await number.fill('3');
  await userEvent.keyboard('{Tab}');
  await bar.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect.element(bar).toHaveTextContent('Your answer: 3 Not quite.');
  await bar.getByRole('button', { name: 'Answer again' }).click();
  await number.fill('10');
  await userEvent.keyboard('{Tab}');
  await bar.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect.element(bar).toHaveTextContent('Your answer: 10 That is right.');
});

test('leaves the lab as usual, with the settings that it had', async () => {
  const lab = await student();
  await bar.getByRole('button', { name: 'Leave the lesson' }).click();
  await expect.element(bar).not.toBeInTheDocument();
  await expect.element(slider('Epochs')).toBeEnabled();
  await expect.element(page.getByRole('region', { name: 'Network', exact: true })).toBeVisible();
  await expect.element(tab('Runs')).toBeVisible();
  await expect.element(page.getByRole('main')).toHaveFocus();
  expect(lab.store.getState().settings).toMatchObject({ epochs: 2, learningRate: 0.001 });
});

test.each(['light', 'dark'])(
  'shuts nobody out, with its question open and answered, on a %s screen',
  async (value) => {
    const features = [{ name: 'prefers-color-scheme', value }];
    await cdp().send('Emulation.setEmulatedMedia', { features });
    await student();
    const broken = async () => {
      const { violations } = await axe.run(bar.element(), { runOnly: ['wcag2a', 'wcag2aa', 'wcag22aa'] });
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    };
    expect(await broken()).toEqual([]);
    await bar.getByRole('radio', { name: 'One in ten' }).click();
    await bar.getByRole('button', { name: 'Answer', exact: true }).click();
    await expect.element(bar).toHaveTextContent('Your answer');
    expect(await broken()).toEqual([]);
    await cdp().send('Emulation.setEmulatedMedia', { features: [] });
  },
);

test('shows hostile words as words, within the page', async () => {
  const wild = `<img src=x onerror="document.title='hit'">${'W'.repeat(50)}`;
  await student({ title: wild.slice(0, 80), task: `${wild}${'W'.repeat(300)}` });
  await page.viewport(390, 844);
  await expect.element(bar).toHaveTextContent('<img src=x onerror=');
  expect(bar.element().querySelector('img')).toBeNull();
  expect(document.title).not.toBe('hit');
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  await page.viewport(1440, 900);
});
