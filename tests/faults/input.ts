import { component, e2e, type Fault } from './fault';

/** What a person does, by whatever means. */
export const INPUT: readonly Fault[] = [
  {
    fault: 'the address has lr=-1, NaN or batch=1e9',
    wanted: 'clamped, and said',
    tests: [
      'tests/unit/model/address.test.ts :: clamps a value out of range and says so',
      component('page/messages', 'clamps a value out of range and says so'),
    ],
  },
  {
    fault: 'the drawing is empty',
    wanted: 'no prediction, but what to do',
    tests: [component('draw/answer', 'says what to do where nothing is drawn')],
  },
  {
    fault: 'the pointer leaves the canvas, is cancelled, a second finger comes, a palm lies on the screen',
    wanted: 'the stroke ends cleanly; the pen wins',
    tests: [
      component('draw/pen', 'ends a stroke beside the canvas where the pen is lifted'),
      component('draw/touch', 'keeps a stroke that the system breaks off, and draws the next one'),
      component('draw/touch', 'lets a second finger draw nothing'),
      component('draw/palm', 'a pen writes while a palm lies on the screen, whose own stroke is taken back'),
      component('draw/palm', 'the other end of a pen erases, whatever the tool'),
    ],
  },
  {
    fault: 'the page is resized or zoomed, or changes screens, in mid-stroke',
    wanted: 'the same 28×28',
    tests: [
      component('draw/mid-stroke', 'makes the same image where %s in the midst of a stroke'),
      component(
        'draw/mid-stroke',
        'makes the very same image where the screen turns to %f pixels a point in the midst of a stroke',
      ),
    ],
  },
  {
    fault: 'Back and Forward are pressed while a run trains, or the page is left for another',
    wanted: 'a defined state; asked before something is lost',
    tests: [
      e2e('history', 'Back and Forward go through the panels while a run trains on'),
      e2e('history', 'who leaves the page and comes back goes on with it'),
      component('page/leave-warning', 'the browser asks before something is lost, as long as it would be'),
      component('page/leave-warning', 'nothing that is pulled or swiped reloads or leaves the page'),
    ],
  },
  {
    fault: 'the same file is chosen twice, or the picker is cancelled',
    wanted: 'nothing breaks',
    tests: [
      component('ui/file-button', 'the same file can be chosen twice, as it may have been mended meanwhile'),
      component(
        'ui/file-button',
        'a picker that is cancelled chooses nothing, and leaves it to be opened again',
      ),
    ],
  },
  {
    fault: 'the keyboard is Russian, Greek, Hebrew or French',
    wanted: 'shortcuts go by the place of the keys',
    tests: [
      component('draw/shortcuts', 'Ctrl+Z takes back and Ctrl+Y brings again on a %s keyboard'),
      component(
        'draw/shortcuts',
        'on a French keyboard Ctrl+Z is the key with the Z on it, and Ctrl+W is left to the browser',
      ),
    ],
  },
];
