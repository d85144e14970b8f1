import { component, e2e, type Fault } from './fault';

/** The browser around it. */
export const SURROUNDINGS: readonly Fault[] = [
  {
    fault: 'the page is opened by http and a machine’s name: no secure context',
    wanted: 'the whole journey works',
    tests: [
      e2e(
        'insecure',
        'a page by http and a machine’s name draws, reads, trains, copies, keeps own digits and looks inside',
      ),
      'tests/unit/architecture/secure-context.test.ts :: what needs a secure context is used by those alone who can do without',
    ],
  },
  {
    fault: 'the browser translates the page',
    wanted: 'it goes on',
    tests: [
      component(
        'page/translated-page',
        'a translated page draws, is trained and opens its panels: texts are %s',
      ),
      component('page/translated-text', 'texts whose place a translation takes change, come and go: %s'),
    ],
  },
  {
    fault: 'a part of the page throws',
    wanted: 'a page with Reload, and the run is kept',
    tests: [
      e2e('crash', 'a page that breaks down shows a page with Reload, keeps the run and goes on with it'),
      component('page/boundary', 'a broken page says what went wrong, and pauses the run, which is kept'),
    ],
  },
  {
    fault: 'the browser refuses to write the address more than 100 times in 30 seconds',
    wanted: 'written less often, again where it is refused, and right in the end',
    tests: [
      'tests/unit/page/address-writer.test.ts :: writes a slider that is drawn for a minute a few times a second, never refused, and its end',
      'tests/unit/page/address-writer.test.ts :: tries again where the browser refuses, until it does not, with the address of then',
    ],
  },
  {
    fault: 'the page is loaded again far below its top, and its content comes in late',
    wanted: 'it stands where it was, unless a person acts first',
    tests: [
      component(
        'page/scroll-place',
        'is again where it was, and its list too, once the content is as high as it was',
      ),
      component('page/scroll-place', 'a person who acts is not moved: %s'),
    ],
  },
  {
    fault: 'the page is opened as a file, without scripts, or in a browser that is too old',
    wanted: 'a sentence that says what to do',
    tests: [
      e2e('not-started', 'the built page by double click says how to serve it'),
      e2e('not-started', 'says that scripts are off'),
      e2e('not-started', 'names what a browser lacks that is too old, instead of half a page'),
      e2e('not-started', 'says that a part of the program could not be fetched, and reloads'),
    ],
  },
  {
    fault: 'the browser is Firefox or WebKitGTK',
    wanted: 'the same visit, without an error, a violation of the policy or a request elsewhere',
    tests: [
      'tests/journey/journey.spec.ts :: open, draw, answer, own files, train, results, inside, reload, without an error, a violation of the policy or a request elsewhere',
    ],
  },
];
