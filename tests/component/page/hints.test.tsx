import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { changeLanguage } from '../../../src/locales/i18n';
import { Header } from '../../../src/page/Header';
import { PageParts } from '../../../src/page/PageParts';
import { Results } from '../../../src/page/Results';
import { DrawPanel } from '../../../src/panels/draw/DrawPanel';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { draw, reads } from '../draw/draw-page';
import { renderLab } from '../render-lab';

const world = await smallWorld();
const hint = (number: number) => page.getByRole('group', { name: `Hint ${number} of 4`, exact: true });
const anyHint = page.getByRole('group', { name: /^Hint \d of 4$/ });
const button = (name: string) => page.getByRole('button', { name, exact: true });

beforeEach(async () => {
  window.localStorage.clear();
  await page.viewport(1280, 900);
});

async function visit() {
  const lab = fakeLab(world);
  lab.pretrained();
  reads(lab, { 3: 0.9 });
  const screen = await renderLab(
    lab,
    <PageParts>
      <Header />
      <main tabIndex={-1}>
        <DrawPanel />
        <Results />
      </main>
    </PageParts>,
  );
  return { lab, screen };
}

test('leads through the first minute, each hint until its deed is done, and never again', async () => {
  const { lab, screen } = await visit();
  await expect.element(hint(1)).toHaveTextContent('draw a digit');
  await expect.element(anyHint).toHaveLength(1);
  draw(lab, 3);
  await expect.element(hint(2)).toHaveTextContent('how sure it is');
  await button('Clear').click();
  await expect.element(hint(3)).toHaveTextContent('press Train');
  lab.training();
  await expect.element(anyHint).not.toBeInTheDocument();
  lab.trained();
  await hint(4).getByRole('button', { name: 'take a filter out' }).click();
  expect(lab.store.getState().panel).toBe('interventions');
  await expect.element(hint(4)).toHaveTextContent('mute a filter');
  await hint(4).getByRole('button', { name: 'Got it' }).click();
  await expect.element(anyHint).not.toBeInTheDocument();
  expect(document.activeElement).toBe(document.querySelector('main'));
  await screen.unmount();
  await visit();
  await expect.element(page.getByRole('img', { name: 'Drawing canvas' })).toBeVisible();
  await expect.element(anyHint).not.toBeInTheDocument();
});

test('is called back from the help, and put away by Escape', async () => {
  await visit();
  await button('No more hints').click();
  await expect.element(anyHint).not.toBeInTheDocument();
  await button('Help').click();
  await page.getByRole('menuitem', { name: 'Break it' }).click();
  await expect.element(hint(4)).toHaveFocus();
  await expect.element(hint(4)).toBeInViewport();
  await userEvent.keyboard('{Escape}');
  await expect.element(anyHint).not.toBeInTheDocument();
  await button('Help').click();
  await page.getByRole('menuitem', { name: 'What is this lab?' }).click();
  await expect.element(page.getByRole('dialog', { name: 'What is this lab?' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(button('Help')).toHaveFocus();
});

test('the help menu takes the focus as it opens, and has its last item in sight where there is little room', async () => {
  await page.viewport(320, 256);
  await visit();
  (button('Help').element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('menuitem').first()).toHaveFocus();
  await userEvent.keyboard('{End}');
  const last = page.getByRole('menuitem', { name: 'What is this lab?' });
  await expect.element(last).toHaveFocus();
  expect(last.element().getBoundingClientRect().bottom).toBeLessThanOrEqual(window.innerHeight);
});

test('has what React Aria says of itself in the language of the page', async () => {
  await visit();
  await changeLanguage('uk');
  try {
    await button('Довідка').click();
    await expect.poll(() => document.querySelector('button[aria-label="Скасувати"]')).not.toBeNull();
  } finally {
    await changeLanguage('en');
  }
});
