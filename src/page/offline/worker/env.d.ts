/** The page's policy as a header, put in by the build. */
declare const __PAGE_POLICY__: string;
