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
      state('keeping/sessions', 'offers a run after a reload whose network could not be kept'),
    ],
  },
  {
    fault: 'a record is damaged',
    wanted: 'set aside, and the page starts',
    tests: [
      'tests/unit/storage/keep-store.test.ts :: a damaged record is set aside, and the others are there',
      state(
        'keeping/shapes',
        'a record of a run that is kept as %s is set aside, which is said, and the others are there',
      ),
      state(
        'keeping/shapes',
        'an interrupted run that is kept with %s is set aside, which is said, and the one before it is offered',
      ),
      state(
        'keeping/shapes',
        'a network that is kept with %s is set aside as it is loaded, which is said, and the controls stay',
      ),
      state('keeping/shapes', 'a network that is kept with %s is loaded without them'),
      state(
        'keeping/shapes',
        'a network of which it is not known what it is, is set aside, which is said, and the others are listed',
      ),
    ],
  },
  {
    fault: 'a record is from an earlier or a later version of the page',
    wanted: 'what is younger than it is as for everybody; one of a later format is left as it is',
    tests: [
      state(
        'keeping/shapes',
        'a network that was kept before a setting was there is loaded with what that is for everybody',
      ),
      state('keeping/shapes', 'a record of a later format is left as it is'),
      state('keeping/shapes', 'a network of a later format is left as it is, however many are kept after it'),
    ],
  },
  {
    fault: 'stores are missing, or are those of a newer page',
    wanted: 'repaired, or said',
    tests: [
      'tests/unit/storage/keep-store.test.ts :: stores that are missing are made again, and what is left stays',
      'tests/unit/storage/keep-store.test.ts :: a later page is told apart from a browser that keeps nothing',
      'tests/unit/storage/own-digit-store.test.ts :: makes the store again where it is missing, and keeps digits in it',
      'tests/unit/storage/own-digit-store.test.ts :: tells a later page apart',
      'tests/unit/storage/speed-store.test.ts :: makes the store again where it is missing, and keeps speeds in it',
      component('own-digits/collecting', 'says kept only where it is, and where not what can be done'),
    ],
  },
  {
    fault: 'storage is deleted, or its connection ended, while the page is open',
    wanted: 'opened again, and what comes then is kept',
    tests: [
      'tests/unit/storage/keep-store.test.ts :: is opened again where another tab has deleted the database, and what comes then is kept',
      'tests/unit/storage/keep-store.test.ts :: is opened again where the browser has ended it, and nothing is lost',
      'tests/unit/storage/own-digit-store.test.ts :: keeps digits after another tab has deleted the database',
      state('keeping/newer-page', 'keeps what comes after another tab has deleted all that was kept'),
    ],
  },
  {
    fault: 'a newer page takes over what is kept while the page is open',
    wanted: 'said at once, with a reload',
    tests: [
      'tests/unit/storage/keep-store.test.ts :: is not opened again where a later page has taken over, which is told',
      state(
        'keeping/newer-page',
        'says that a later page has taken over as soon as it has, and not that the browser refuses',
      ),
      state('own-digits/keeping', 'tells a later page from a browser that keeps nothing'),
    ],
  },
  {
    fault: 'two tabs save or delete',
    wanted: 'the stale one overwrites nothing, and none offers what another is at work on',
    tests: [
      state('keeping/sessions', 'offers no run that another tab is at work on'),
      state('sessions/run-lock', 'knows a run that another tab is at work on, until it lets go'),
      'tests/unit/storage/keep-store.test.ts :: is described by who has read it last: a stale tab overwrites nothing',
      'tests/unit/storage/own-digit-store.test.ts :: a stale one gives no digit another label that has one by now, and brings none back',
      'tests/unit/storage/own-digit-store.test.ts :: one removes all of them, whoever has put them in',
      state(
        'own-digits/keeping',
        'gets no digit back that it has removed, and keeps the label that it has given',
      ),
      component('own-digits/collecting', 'shows what another tab keeps, and removes that too'),
      state(
        'keeping/two-tabs',
        'shows the runs of the other tab, what is said about them, and not those that it puts away',
      ),
      state('keeping/two-tabs', 'gives no number twice, also where runs of two tabs end at the same time'),
      state('keeping/trials', 'keeps the trials of two tabs apart'),
      'tests/unit/storage/keep-store.test.ts :: may be of another tab, or gone, by the time that it is read back',
      state('keeping/two-tabs', 'brings back no run that the other tab has put away, by words about it'),
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
      state('keeping/sessions', 'keeps where a run stood until the network that it has left is kept'),
    ],
  },
];
