import { component, data, e2e, type Fault, state } from './fault';

/** Data on its way, and what the browser keeps. */
export const KEEPING: readonly Fault[] = [
  {
    fault: 'a connection breaks off in mid-file',
    wanted: 'tried once more, then the next mirror, with progress',
    tests: [
      data(
        'load-mnist',
        'tries a connection that breaks off once more, then the next mirror, and shows how far it is',
      ),
    ],
  },
  {
    fault: 'a file is cut short, has another checksum, or is a web page',
    wanted: 'refused, never kept, the next mirror',
    tests: [
      data('load-mnist', 'asks the next mirror for one file that is refused as %s, and never keeps it'),
    ],
  },
  {
    fault: 'a host answers with an error, or stalls',
    wanted: 'given up within 30 seconds, the next mirror',
    tests: [
      data('load-mnist', 'asks the next mirror for one file that stalls, after 30 seconds at most'),
      data(
        'download',
        'gives up within 30 seconds a source that sends a byte each second, and not one that is slow',
      ),
    ],
  },
  {
    fault: 'there is no network at the first visit',
    wanted: 'digits drawn by the lab, with the reason',
    tests: [e2e('data', 'draws digits where MNIST can not be had, says why, and everything works')],
  },
  {
    fault: 'there is no network at the second visit',
    wanted: 'everything works',
    tests: [
      e2e(
        'offline',
        'does everything on a second visit without a network: trains, reads a drawing, looks inside',
      ),
    ],
  },
  {
    fault: 'a new version is deployed while the page is open',
    wanted: 'announced, a reload offered, and the run kept',
    tests: [
      e2e(
        'keep',
        'offers a reload where a newer version of the page has taken the place of this one, and keeps the run',
      ),
      e2e('offline', 'says that a new version is here, and lets a run end as it would have'),
      component('page/version-messages', 'a part that can not be fetched any more leads to the new version'),
    ],
  },
  {
    fault: 'there is no space left',
    wanted: 'said, with a download; nothing that was there is lost',
    tests: [
      e2e('offline', 'works, and says that it is not available offline, where there is no space to keep it'),
      component('keeping/keeping', 'says so where there is no space, and offers a download'),
      'tests/unit/storage/keep-store.test.ts :: a disk that is full is told, and what was there stays',
    ],
  },
  {
    fault: 'a record is damaged',
    wanted: 'set aside, and the page starts',
    tests: [
      'tests/unit/storage/keep-store.test.ts :: a damaged record is set aside, and the others are there',
    ],
  },
  {
    fault: 'stores are missing, or are those of a newer page',
    wanted: 'repaired, or said',
    tests: [
      'tests/unit/storage/keep-store.test.ts :: stores that are missing are made again, and what is left stays',
      'tests/unit/storage/keep-store.test.ts :: a later page is told apart from a browser that keeps nothing',
    ],
  },
  {
    fault: 'two tabs save or delete',
    wanted: 'the stale one overwrites nothing, and none offers what another is at work on',
    tests: [
      state('keeping/sessions', 'offers no run that another tab is at work on'),
      state('sessions/run-lock', 'knows a run that another tab is at work on, until it lets go'),
      'tests/unit/storage/keep-store.test.ts :: is described by who has read it last: a stale tab overwrites nothing',
    ],
  },
  {
    fault: 'the browser keeps nothing',
    wanted: 'it works for this visit, and says so',
    tests: [component('keeping/keeping', 'says once that this browser keeps nothing')],
  },
  {
    fault: 'the tab is closed during a save',
    wanted: 'the old copy is whole',
    tests: [
      'tests/unit/storage/keep-store.test.ts :: a tab that dies while it writes leaves the copy of before',
    ],
  },
];
