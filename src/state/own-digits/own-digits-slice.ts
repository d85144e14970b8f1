import type { Slice } from '../slice';
import { NO_OWN_DIGITS, type OwnDigits } from './own-digits';

export interface OwnDigitsSlice {
  readonly ownDigits: OwnDigits;
}

export interface OwnDigitsChanged {
  readonly type: 'own-digits-changed';
  readonly patch: Partial<OwnDigits>;
}

export const ownDigitsSlice: Slice<OwnDigitsSlice, OwnDigitsChanged> = {
  initial: () => ({ ownDigits: NO_OWN_DIGITS }),
  on: {
    'own-digits-changed': ({ ownDigits }, { patch }) => ({ ownDigits: { ...ownDigits, ...patch } }),
  },
};
