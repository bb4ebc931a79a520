import fc from 'fast-check';

/** Texts with every sign that means something to a shell or to YAML. */
export const anyText = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom(
        'a',
        ' ',
        "'",
        '"',
        '$',
        '`',
        '\\',
        '\n',
        '~',
        '=',
        '#',
        '!',
        '*',
        ';',
        '-',
        '가',
      ),
    }),
  )
  .filter((text) => !text.includes('\0') && text.isWellFormed());

/** The same, but for the flags of secrets: a plan refuses these. */
export const plainArgument = anyText.filter((text) => !/^--(?:api-key|hf-token|token|password)/.test(text));
