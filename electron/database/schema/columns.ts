// Kinds of column that several tables have.
/** SQLite keeps yes and no as numbers. */
export type Flag = 0 | 1
