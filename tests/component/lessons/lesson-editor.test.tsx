import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { lessonFromCode } from '../../../src/model/lesson-link';
import { Lab } from '../../../src/page/Page';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { renderLab } from '../render-lab';

const world = await smallWorld();
const panel = page.getByRole('region', { name: 'Lessons', exact: true });
const field = (name: string) => panel.getByRole('textbox', { name, exact: true });
const choice = (name: string) => panel.getByRole('combobox', { name, exact: true });
const link = field('Link of the lesson');
const copy = panel.getByRole('button', { name: 'Copy link' });

async function teacher() {
  const lab = fakeLab(world, { settings: { epochs: 4, learningRate: 0.02 } });
  lab.ready();
  lab.actions.open('lessons');
  await renderLab(lab, <Lab />);
  await expect.element(field('Title')).toBeVisible();
  return lab;
}

const linked = () => {
  const address = (link.element() as HTMLInputElement).value;
  return lessonFromCode(new URL(address).searchParams.get('lesson') ?? '');
};

beforeEach(() => page.viewport(1440, 900));
afterEach(() => vi.restoreAllMocks());

test('says what is still missing, and makes a link of the settings of now when nothing is', async () => {
  const lab = await teacher();
  await expect.element(copy).toBeDisabled();
  await expect.element(panel).toHaveTextContent('Still missing: title, task.');
  await field('Title').fill('Four epochs');
  await field('Task').fill('Train.');
  await choice('Answered by').selectOptions('one of some choices');
  await expect.element(panel).toHaveTextContent('Still missing: question, choices.');
  await field('Question').fill('Which?');
  await field('Choice 1').fill('This');
  await field('Choice 2').fill('That');
  await panel.getByRole('radio', { name: 'Choice 2 is right' }).click();
  await choice('What the page checks').selectOptions('the two most confused digits are named');
  await choice('Controls').selectOptions('locked');
  await panel.getByText('Training', { exact: true }).click();
  await choice('Learning rate').selectOptions('open');
  await panel.getByText('Panels of results').click();
  await panel.getByRole('checkbox', { name: 'Why' }).click();
  await expect.element(copy).toBeEnabled();
  expect(linked()).toMatchObject({
    ok: true,
    lesson: {
      title: 'Four epochs',
      controls: { others: 'locked', except: { learningRate: 'open' } },
      question: { covers: true, answer: { choices: ['This', 'That'], right: 1 } },
      goal: { kind: 'confused' },
    },
  });
  const read = linked();
  expect(read.ok && read.lesson.configuration).toMatch(/epochs=4&lr=0.02/);
  expect(read.ok && read.lesson.panels).not.toContain('why');
  lab.actions.change({ epochs: 7 });
  await expect.poll(() => JSON.stringify(linked())).toMatch(/epochs=7/);
});

test('copies the link, and where the browser refuses selects it to be copied by hand', async () => {
  await teacher();
  await field('Title').fill('A');
  await field('Task').fill('B');
  const written = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValueOnce();
  await copy.click();
  await expect.element(panel.getByText('Copied.')).toBeVisible();
  const address = (link.element() as HTMLInputElement).value;
  expect(written).toHaveBeenCalledExactlyOnceWith(address);
  written.mockRejectedValueOnce(new Error('refused'));
  await copy.click();
  await expect.element(panel.getByText('The browser did not allow it.')).toBeVisible();
  expect(document.getSelection()?.toString()).toBe(address);
});

test('refuses what is too long for an address, and says by how much', async () => {
  await teacher();
  await field('Title').fill('A');
  await field('Task').fill('語'.repeat(500));
  await field('What was learnt (shown at the end)').fill('語'.repeat(900));
  await choice('Answered by').selectOptions('one of some choices');
  await field('Question').fill('語'.repeat(300));
  for (const number of [1, 2]) await field(`Choice ${number}`).fill('語'.repeat(120));
  await expect.element(panel).toHaveTextContent(/[\d,]+ characters too long for an address: at most 6,000/);
  await expect.element(copy).toBeDisabled();
});

test('shows the lesson as a student will see it, and keeps what is written', async () => {
  const lab = await teacher();
  await field('Title').fill('Mine');
  await field('Task').fill('Look.');
  await panel.getByRole('button', { name: 'Preview' }).click();
  const bar = page.getByRole('region', { name: 'Lesson', exact: true });
  await expect.element(bar).toHaveTextContent('Mine');
  await expect.element(panel).not.toBeInTheDocument();
  await bar.getByRole('button', { name: 'Leave the lesson' }).click();
  await expect.element(field('Title')).toHaveValue('Mine');
  expect(lab.store.getState().settings.epochs).toBe(4);
  await panel.getByRole('button', { name: 'Clear the form' }).click();
  await expect.element(field('Title')).toHaveValue('');
});

test('takes a ready lesson as a draft', async () => {
  await teacher();
  await panel.getByRole('button', { name: 'Use ‘Over-fitting and dropout’ as a draft' }).click();
  await expect.element(field('Title')).toHaveValue('Over-fitting and dropout');
  await expect.element(choice('What the page checks')).toHaveDisplayValue(/loss end close/);
  await userEvent.click(copy.element());
});
