import { beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { trialsOf } from '../../../src/model/sweep';
import { Sweeps } from '../../../src/panels/runs/sweeps/Sweeps';
import { type FakeLab, fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { renderLab } from '../render-lab';

const world = await smallWorld();
const elsewhere = page.getByRole('group', { name: 'The sweep on other machines' });
const results = page.getByRole('region', { name: 'Results of the sweep' });

function choose(name: string, text: string): void {
  const input = elsewhere.element().querySelector<HTMLInputElement>('input[type=file]');
  const transfer = new DataTransfer();
  transfer.items.add(new File([text], name));
  if (input) input.files = transfer.files;
  input?.dispatchEvent(new Event('change', { bubbles: true }));
}

let lab: FakeLab;
beforeEach(async () => {
  await page.viewport(1400, 1000);
  lab = fakeLab(world, { settings: { learningRate: 0.01, epochs: 9 } });
  await renderLab(lab, <Sweeps />);
  lab.ready();
});

test('is saved as a program whose results come back into the table', async () => {
  const given = vi.spyOn(URL, 'createObjectURL');
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  await elsewhere.getByRole('button', { name: 'Save for Optuna' }).click();
  await expect.element(elsewhere).toHaveTextContent('The program is saved');
  const program = await new Response(given.mock.lastCall?.[0] as Blob).text();
  vi.restoreAllMocks();
  const [, written] = /^SWEEP = (.*)$/m.exec(program) ?? [];
  const sweep = JSON.parse(JSON.parse(written ?? ''));
  const found = trialsOf(sweep).map((_, trial) => ({
    trial,
    round: 0,
    right: 4000 + 100 * trial,
    images: 5000,
  }));
  const text = JSON.stringify({ format: 'digit-lab sweep results 1', sweep, results: found });
  choose('results.json', text);
  await expect.element(elsewhere).toHaveTextContent('The results are below.');
  await expect.poll(() => results.getByRole('row').elements().length).toBe(found.length + 1);
  await expect.element(results.getByRole('row').nth(1)).toHaveTextContent('elsewhere');
  await expect.element(results.getByRole('row').nth(1)).toHaveTextContent('84');
  expect(lab.commands.train).not.toHaveBeenCalled();
});

test('says why a file is not opened, and leaves what is there', async () => {
  choose('other.json', '{}');
  await expect.element(elsewhere).toHaveTextContent('That is no file of a sweep’s results.');
  await expect.element(results).not.toBeInTheDocument();
});
