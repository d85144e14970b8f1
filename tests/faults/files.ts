import { component, data, type Fault } from './fault';

/** Files that people bring: what is wrong is named by file and field, and the data of before stay. */
export const FILES: readonly Fault[] = [
  {
    fault: 'an idx file is cut short, has another magic number, or images and labels are swapped',
    wanted: 'refused by name',
    tests: [
      data(
        'idx-files',
        'are refused when labels do not go with images, when there are too few, and when they are cut short',
      ),
      data(
        'idx-files',
        'of another magic number, a claim of 2³²−1 images or a label above 61 are refused by name',
      ),
      data('idx-files', 'with images and labels swapped are refused by name'),
    ],
  },
  {
    fault: 'counts differ, or a label is above 9',
    wanted: 'refused by file and field',
    tests: [data('malformed-npz', 'one that %s is refused by file, field and reason')],
  },
  {
    fault: 'a header claims 2³²−1 items',
    wanted: 'refused before anything is made of it',
    tests: [data('idx', 'refuses a header that claims 2³²−1 images before anything is made of it')],
  },
  {
    fault: 'a gzip file is a bomb, has a bad checksum or junk behind it',
    wanted: 'given up at a limit; refused',
    tests: [
      data('gunzip', 'gives up a gzip bomb at the limit'),
      data(
        'gunzip',
        'refuses a gzip file that is cut off, whose checksum or size is wrong, or that has junk behind it',
      ),
      data('idx-files', 'that are a gzip bomb are refused'),
    ],
  },
  {
    fault: 'an npz holds Python objects, other byte orders, Fortran order, other ranks or headers',
    wanted: 'read where it can be, else refused by field',
    tests: [
      data('malformed-npz', 'one that %s is refused by file, field and reason'),
      data('npz', 'takes Fortran order of %j'),
      data('npz', 'takes format %i.0'),
    ],
  },
  {
    fault: 'a zip is encrypted, has entries that overlap or lie, or paths out of its folder',
    wanted: 'refused by member, or harmless: the 24 malformed ones of yauzl’s suite',
    tests: [
      data('malformed-zips', 'are 24, each either refused or harmless'),
      data('malformed-npz', 'a zip that declares more than its bytes can be is refused by member'),
      data('pictures', 'can not lie one in another in a zip'),
      'tests/unit/export/zip.test.ts :: an archive with a password is refused by member',
    ],
  },
  {
    fault:
      'a Parquet file is cut short or encrypted, or claims runs, rows, pages or lists of thousands of millions',
    wanted: 'read as far as there are rows, or refused before anything of that size is made',
    tests: [
      data('malformed-parquet', 'runs of thousands of millions are read as far as there are rows'),
      data('malformed-parquet', '%s is refused before anything of its size is made'),
      data('malformed-parquet', '%s is refused by its own reason'),
      data('parquet-refused', 'pictures of which a part is damaged as a Parquet file'),
    ],
  },
  {
    fault: 'a model.json lacks its weights, has too many or NaN, unknown layers, or 10¹² units',
    wanted: 'refused before anything is built',
    tests: [
      'tests/unit/export/read-tfjs.test.ts :: weights that are not there, of which TensorFlow.js would take random ones',
      'tests/unit/export/read-tfjs.test.ts :: a weight file that is too short, or too long',
      'tests/unit/export/read-tfjs.test.ts :: weights that are no numbers',
      'tests/unit/export/read-tfjs.test.ts :: a layer without a place here',
      'tests/unit/export/read-tfjs.test.ts :: units of 1e12, before anything is made of them',
      'tests/unit/export/read-tfjs.test.ts :: one weight file that is named many times, before it is there as often',
    ],
  },
  {
    fault: 'names have markup, marks that turn the direction of writing, 10,000 characters, or are formulas',
    wanted: 'text, and nothing else',
    tests: [
      component(
        'page/hostile-names',
        'names of classes and notes are words wherever they stand, and stay in their places',
      ),
      component('data/own-files', 'shows names from files as the text that they are'),
      component('take-away/take-away', 'says why a file is not opened, in which place, and as plain text'),
      component('lessons/lesson-bar', 'shows hostile words as words, within the page'),
      'tests/unit/model/csv.test.ts :: makes no formula of %j',
    ],
  },
  {
    fault: 'a picture has 30,000×30,000 pixels, is SVG, turned, transparent, or dark on light',
    wanted: 'refused before it is decoded, or brought to what it shows',
    tests: [
      component(
        'draw/picture',
        'refuses a picture of 30,000×30,000 pixels before it is decoded, and keeps the drawing',
      ),
      component(
        'draw/picture',
        'refuses an SVG, whose scripts do not run, and says which pictures are taken',
      ),
      component('draw/picture', 'takes a photo that is pasted, turned as the camera was'),
      component('draw/picture', 'takes ink on light paper, on a dark board and on none for the same digit'),
      data('pictures', 'that are dark on light are inverted, and it is said'),
    ],
  },
  {
    fault: 'any file is spoilt in any way',
    wanted: 'the reader’s own error, in a second, within its memory, and the next file is read as before',
    tests: [
      'tests/unit/fuzz.test.ts :: reads any file or refuses it by its own error, within its memory, and reads the next one as before',
    ],
  },
];
