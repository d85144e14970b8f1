import { digitOptions, type Settings } from '../../model/settings';
import type { EngineEvent } from '../../protocol/engine-api';
import type { DataSlice } from '../data/data-slice';
import type { NetworkPutBack } from '../engine/engine-slice';
import type { SettingsSlice } from '../settings/settings-slice';
import type { LibraryEvent } from './library-slice';
import type { NetworkBody } from './saved-network';

type NetworkTold = Extract<EngineEvent, { type: 'network' }>;
type Dispatched = LibraryEvent | NetworkPutBack | Extract<EngineEvent, { type: 'read' }>;

/** Gives back what was known of a network of the library: its run once it is in use, its readings once its data are. */
export class Opening {
  private asked: { readonly id: string; readonly body: NetworkBody; readonly isPutBack: boolean } | undefined;
  private unread: { readonly body: NetworkBody; readonly weightsVersion: number } | undefined;

  constructor(
    private readonly state: () => DataSlice & SettingsSlice,
    private readonly dispatch: (event: Dispatched) => void,
  ) {}

  /** @param isPutBack - nobody asked for it: it was in use last */
  ask(id: string, body: NetworkBody, isPutBack: boolean): void {
    this.asked = { id, body, isPutBack };
  }

  /** It was overtaken by another network or a run, and will not be in use. */
  letGo(body: NetworkBody): void {
    if (this.asked?.body === body) this.asked = undefined;
  }

  /** One is asked for, and not in use yet. */
  get isAsked(): boolean {
    return this.asked !== undefined;
  }

  /** @returns whether it is the one that was asked for */
  told({ opened, weightsVersion }: NetworkTold): boolean {
    const { asked } = this;
    this.unread = undefined;
    if (!asked || opened !== asked.id) return false;
    const { body, isPutBack } = asked;
    this.asked = undefined;
    if (isPutBack) this.dispatch({ type: 'network-put-back' });
    if (body.outputNames) this.dispatch({ type: 'outputs-named', names: body.outputNames });
    if (!body.run) return true;
    this.dispatch({ type: 'network-restored', run: { ...body.run, asked: {} } });
    this.unread = { body, weightsVersion };
    this.recognise();
    return true;
  }

  /** Other data may be those of then. */
  recognise(): void {
    const { unread } = this;
    if (!unread || !this.areOfThen(unread.body)) return;
    this.unread = undefined;
    const { body, weightsVersion } = unread;
    this.dispatch({ type: 'data-recognised' });
    for (const readings of Object.values(body.readings)) {
      if (readings.trainedBatches !== body.network.trainedBatches) continue;
      this.dispatch({ type: 'read', readings: { ...readings, weightsVersion } });
    }
  }

  /** A person's own files can be told apart by nothing. */
  private areOfThen({ run, network }: NetworkBody): boolean {
    const { dataset, settings } = this.state();
    if (dataset.status !== 'ready' || dataset.id === 'files') return false;
    const { train, official } = dataset;
    const isSame = dataset.id === network.settings.dataset && train === run?.data?.train;
    return isSame && official === run?.data?.official && drawnAlike(settings, network.settings);
  }
}

const drawnAlike = (a: Settings, b: Settings): boolean =>
  a.dataset !== 'synthetic' || JSON.stringify(digitOptions(a)) === JSON.stringify(digitOptions(b));
