import i18next from 'i18next';
import type { StoreApi } from 'zustand/vanilla';
import { LANGUAGE_KEY } from '../locales/languages';
import { addressFromSettings, foreignPart, isWhole, LESSON_KEY } from '../model/address';
import { DEFAULT_PRESET } from '../model/presets';
import { addressedSettings } from '../state/data/data-selectors';
import type { LabActions, LabState } from '../state/lab-state';
import type { PanelId } from '../state/selection/panel-id';
import { addressFromView, viewFromAddress, withoutView } from '../state/selection/selection-address';
import { AddressWriter } from './address-writer';

/**
 * The address always says what the page shows, so that it can be passed on. A change of the settings changes it in
 * place; a change of what is selected is a step that the browser's Back takes back. What follows faster than a browser
 * lets it be written is written together, a moment later.
 * The language stands there once a person has chosen one.
 * @param panels - identifiers of the results panels
 */
export function keepAddress(
  store: Pick<StoreApi<LabState>, 'getState' | 'subscribe'>,
  { goTo }: Pick<LabActions, 'goTo'>,
  panels: readonly PanelId[],
): void {
  let foreign = foreignPart(withoutView(window.location.search));
  const writer = new AddressWriter(window.history, () => performance.now());
  let { settings, selection, panel, lesson } = store.getState();
  let view = addressFromView({ selection, panel });

  function write(state: LabState): void {
    const shown = addressFromView(state);
    const address = addressOf([...configurationOf(state), shown, foreign]);
    writer.write(address, shown !== view);
    view = shown;
  }

  store.subscribe((state) => {
    if (
      state.settings === settings &&
      state.selection === selection &&
      state.panel === panel &&
      state.lesson?.code === lesson?.code
    ) {
      return;
    }
    ({ settings, selection, panel, lesson } = state);
    write(state);
  });

  i18next.on('languageChanged', (language) => {
    const rest = new URLSearchParams(foreign);
    rest.set(LANGUAGE_KEY, language);
    foreign = rest.toString();
    write(store.getState());
  });
  window.addEventListener('pagehide', () => writer.finish());
  window.addEventListener('popstate', () => {
    writer.forget();
    const there = viewFromAddress(window.location.search, panels);
    view = addressFromView(there);
    goTo(there);
  });
}

/** Settings and lesson, whose own settings hold for what is left out where no network is named. */
function configurationOf(state: LabState): readonly string[] {
  const configuration = addressFromSettings(addressedSettings(state));
  if (!state.lesson) return [configuration];
  const network = isWhole(configuration) ? [] : [`preset=${DEFAULT_PRESET}`];
  return [...network, configuration, `${LESSON_KEY}=${state.lesson.code}`];
}

function addressOf(parts: readonly string[]): string {
  const query = parts.filter(Boolean).join('&');
  const { pathname, hash } = window.location;
  return `${pathname}${query && `?${query}`}${hash}`;
}
