import { refusal } from '../dataset.ts';
import { type FoundFile, listOf } from '../found-file.ts';
import { ByteSource } from './byte-source.ts';
import { type Footer, readFooter } from './footer.ts';
import { refusing } from './malformed.ts';
import { type ColumnPlan, planColumns } from './plan-columns.ts';
import { setByPath } from './set-by-path.ts';

/** A file of which is known what it holds, and none of it is read. */
export interface OpenParquet<Plan extends ColumnPlan = ColumnPlan> {
  readonly file: FoundFile;
  readonly source: ByteSource;
  readonly footer: Footer;
  readonly plan: Plan;
  readonly set: 'train' | 'test' | undefined;
}

/** @throws DataError bad-parquet, parquet-columns, encrypted, unreadable */
export const openParquet = (file: FoundFile): Promise<OpenParquet> =>
  refusing(file.place, async () => {
    const source = await ByteSource.open(file);
    const footer = await readFooter(source);
    const plan = planColumns(footer.leaves);
    if (plan && footer.rows > 0) return { file, source, footer, plan, set: setByPath(file.path) };
    const names = footer.leaves.map(({ path }) => path.join('.'));
    throw refusal('parquet-columns', file.place, { found: listOf(names) || '–' });
  });
