import { nearest, UsageError } from './usage.ts';

const table = (rows: readonly (readonly string[])[]): string => {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return `${rows
    .map((row) =>
      row
        .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')}\n`;
};

const lists = {
  claims: async () => {
    const { book } = await import('./verify/book.ts');
    return table(
      book.rows.map(({ id, section, kind, says }) => [id, section, kind, book.claims.has(id) ? 'entered' : '', says]),
    );
  },
  quantities: async () => {
    const [{ quantities, parametersOf }, { latex }] = await Promise.all([
      import('../library/oracle.ts'),
      import('../meaning/latex.ts'),
    ]);
    return quantities
      .map((quantity) => {
        const { name, unit, domain, equation, limits, formula } = quantity;
        const needs = parametersOf(quantity).map(({ name: of }) => of);
        const lines = [
          `${name} [${unit}]  Eq. (${equation})${needs.length > 0 ? `  of ${needs.join(', ')}` : ''}`,
          latex(formula),
          `domain: ${domain}`,
          ...(limits === '' ? [] : [`limits: ${limits}`]),
        ];
        return `${lines.join('\n  ')}\n`;
      })
      .join('\n');
  },
  editions: async () => {
    const { editionsTable } = await import('../report/editions.ts');
    return table(editionsTable());
  },
  units: async () => {
    const { units } = await import('../theory/units.ts');
    return table(units.map(({ name, says }) => [name, says]));
  },
} as const;

export const list = async (what: string): Promise<void> => {
  const make = Object.hasOwn(lists, what) ? lists[what as keyof typeof lists] : undefined;
  if (!make)
    throw new UsageError(
      `expected one of ${Object.keys(lists).join(', ')}, got "${what}"; the nearest is ${nearest(what, Object.keys(lists))}`,
    );
  process.stdout.write(await make());
};
