import { component, e2e, engine, type Fault, state } from './fault';

/** What goes wrong under a run: devices, workers, the page itself. */
export const TRAINING: readonly Fault[] = [
  {
    fault: 'the device is lost in mid-epoch, or a call to it fails',
    wanted:
      'the run goes on from its last checkpoint on a fresh device, to the same weights; the third time on the next',
    tests: [
      engine('run/device-failure', 'comes to the weights of a run that went well when the device fails %s'),
      engine('run/device-failure', 'gives the fast step up when it fails again and again, and goes on'),
      engine('run/device-failure', 'takes on what was changed on its way at the same batches once more'),
      engine('run/training', 'puts what a run has learnt on a fresh device when the device fails after it'),
      engine('run/training', 'makes another step where one fails as it takes on the state of a run'),
    ],
  },
  {
    fault: 'something else fails before a run’s first batch',
    wanted: 'the run ends, which is said, and the next one trains',
    tests: [
      engine('run/training', 'ends with a phase whatever fails before its first batch, and trains again'),
      engine(
        'run/training',
        'leaves the weights of the last epoch where no step takes on the state of a run',
      ),
      engine(
        'run/continue-run',
        'refuses tensors of other sizes than the network has, before anything is in use',
      ),
    ],
  },
  {
    fault: 'a network that was opened can’t be made',
    wanted: 'refused, with what was wrong; runs and other networks are made as before',
    tests: [
      engine('network/open-network', 'makes networks and trains after one that could not be taken into use'),
    ],
  },
  {
    fault: 'a WebGL context is lost, and the call that waits for it never settles',
    wanted: 'it is noticed, said, and the run goes on',
    tests: [e2e('faults', 'says that the graphics device was lost, and goes on from there')],
  },
  {
    fault: 'there is no WebGPU, or no adapter',
    wanted: 'the next backend, shown with the reason',
    tests: [
      'tests/unit/lacking/features.test.ts :: takes WASM where there is no WebGPU, and says that the browser has none',
      'tests/unit/lacking/features.test.ts :: takes WASM where WebGPU gives no adapter',
    ],
  },
  {
    fault: 'there is no GPU at all, or one that the processor imitates',
    wanted: 'WASM, stated plainly',
    tests: [
      'tests/browser/backend.test.ts :: Automatic passes over a GPU imitated in software, naming it, and takes WASM',
    ],
  },
  {
    fault: 'an adapter, a device or the browser’s storage never answers',
    wanted: 'the next backend, or a visit without storage, after a limit',
    tests: [
      engine(
        'backend/no-answer',
        'takes the next backend where the driver never answers to the question for %s',
      ),
      'tests/unit/storage/in-time.test.ts :: says so where the browser never opens what keeps %s',
    ],
  },
  {
    fault: 'a thread of the train step vanishes, or hangs',
    wanted: 'noticed within two seconds, and the run goes on to the same weights',
    tests: [
      e2e(
        'faults',
        'goes on with a run one of whose threads has vanished, to the very weights of one that ran through',
      ),
      'tests/browser/wasm-step.test.ts :: of %i that says nothing any more makes the step fail',
    ],
  },
  {
    fault: 'the thread that makes the images of each epoch vanishes, or hangs',
    wanted: 'the engine makes the same images itself, and the run goes on',
    tests: [
      engine('data/start-image-maker', 'makes the same images itself where its worker says nothing any more'),
      engine('data/start-image-maker', 'makes them itself where what its worker says can not be read'),
    ],
  },
  {
    fault: 'the tab crashes or is loaded again',
    wanted: 'the run is offered from its last checkpoint',
    tests: [
      e2e('keep', 'goes on with a run whose tab has crashed, to the very weights of one that ran through'),
    ],
  },
  {
    fault: 'there is not enough memory for a network',
    wanted: 'refused before it is used, with how much it would take; errors of the device are listened to',
    tests: [
      engine(
        'train-step/choose-step',
        'is the reference where there is no memory for the fast one, with how much that would need',
      ),
      'tests/browser/wasm-step.test.ts :: that has no memory makes the start fail, and the others end',
    ],
  },
  {
    fault: 'the loss or a weight is no number any more',
    wanted: 'the run stops, names the likely cause and keeps the last finite weights',
    tests: [
      e2e('faults', 'names the learning rate where the numbers overflow, and then reads no digit'),
      engine('run/training-run', 'tells the batches before the one that went astray'),
    ],
  },
  {
    fault: 'the tab is hidden',
    wanted: 'training goes on',
    tests: [e2e('faults', 'trains to the end in a hidden tab')],
  },
  {
    fault: 'Train and Stop are pressed fifty times',
    wanted: 'one run, which stops within a batch',
    tests: [e2e('controls', 'trains to the end after Train and Stop were clicked fast, fifty times')],
  },
  {
    fault: 'settings are changed while a run trains',
    wanted: 'they apply to the next run, and are said to',
    tests: [component('page/run', 'keeps its settings while others are chosen for the next run')],
  },
  {
    fault: 'twenty runs in a row, or hours of work',
    wanted: 'tensors, memory, workers and what is kept stay as they were',
    tests: [
      'tests/soak/twenty-runs.spec.ts :: on WebGPU, hold as many tensors and bytes on the device as the first one',
      'tests/soak/soak.spec.ts :: minutes leaves memory, workers, the page and what is kept as large as they were',
    ],
  },
  {
    fault: 'the processor is six times slower',
    // How long tasks take there is measured, not tested: `npm run bench:throttled`.
    wanted:
      'while a run trains, no task holds up the page for more than 100 ms once every chart has been shown',
    tests: [
      component(
        'charts/redraw',
        'a chart is drawn again for another figure or size, and not while it is right as it is',
      ),
      component(
        'charts/draw-plotly',
        'a line is worked out in one task and drawn in another, the first time and again',
      ),
      engine('run/evaluate', 'fits the temperature of what it reads in validation images, and of no others'),
      component(
        'charts/redraw',
        'the colours %s are read with nothing changed in between: styles are computed once',
      ),
      component(
        'charts/redraw',
        'a wall of images is put into the page without a look at its layout, which follows by itself',
      ),
      component(
        'page/slices',
        'an epoch’s end is rendered in slices: the status at once, each panel of results in a task of its own',
      ),
      component(
        'page/slices',
        'a cell that is selected while results wait for their turn is shown at once, with all that waited',
      ),
      state(
        'lagging-store',
        'shows the end of an epoch in one panel after the other, each once, and never half of a state',
      ),
      component(
        'misclassified/gallery',
        'shows the images that are still read wrong after an epoch on the canvases that are there',
      ),
      'tests/unit/charts/chart-queue.test.ts :: never draws two charts in one task',
      'tests/unit/panels/filled-sentence.test.ts :: is translated once, however often it is filled',
    ],
  },
  {
    fault: 'a listener throws',
    wanted: 'all others hear, and its error is told',
    tests: [
      state(
        'listeners',
        'a listener of the state that throws keeps none after it from hearing, and its error is told',
      ),
      state('listeners', 'what follows from an event follows in every capability, though one of them throws'),
      engine('backend/loss-listeners', 'tells the others too where a listener throws'),
    ],
  },
];
