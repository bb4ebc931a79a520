/**
 * What is asked of a report inside the browser. JavaScript, since the types of this workspace are Node's and know no page;
 * the file's text is evaluated there as `(TEXT).name()`.
 */
({
  scrollsSideways: () => document.documentElement.scrollWidth > window.innerWidth,

  shownLanguages: () =>
    [...document.querySelectorAll('article')].filter((one) => one.checkVisibility()).map((one) => one.id),

  /** The levels of the headings of each language, in their order. */
  headingLevels: () =>
    [...document.querySelectorAll('article')].map((article) =>
      [...article.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(({ tagName }) => Number(tagName.slice(1))),
    ),

  /** What is wrong with tables: no caption, no header of a column, a row with more or fewer cells. */
  faultyTables: () =>
    [...document.querySelectorAll('table')]
      .filter((table) => {
        const columns = table.querySelectorAll('thead th[scope=col]').length;
        const rows = [...table.querySelectorAll('tbody tr')];
        const hasCaption = (table.caption?.textContent ?? '') !== '';
        return !hasCaption || columns === 0 || rows.some((row) => row.cells.length !== columns);
      })
      .map((table) => table.textContent.slice(0, 80)),

  charts: () =>
    [...document.querySelectorAll('figure.chart')].map((figure) => ({
      title: figure.querySelector('svg > title')?.textContent ?? '',
      description: figure.querySelector('svg > desc')?.textContent ?? '',
      rows: figure.nextElementSibling?.querySelectorAll('tbody tr').length ?? 0,
    })),

  /** Texts of the charts that are shown which leave their picture, and names at the ends of lines that touch. */
  misplacedTexts: () =>
    [...document.querySelectorAll('svg')]
      .filter((svg) => svg.checkVisibility())
      .flatMap((svg) => {
        const frame = svg.getBoundingClientRect();
        const texts = [...svg.querySelectorAll('text')].map((text) => ({
          text,
          box: text.getBoundingClientRect(),
        }));
        const outside = texts.filter(
          ({ box }) => box.left < frame.left || box.right > frame.right || box.bottom > frame.bottom,
        );
        const labels = texts.filter(({ text }) => text.classList.contains('kp-label'));
        const touching = labels.filter(({ box }, index) =>
          labels.some(
            (other, place) =>
              place !== index &&
              other.box.left < box.right &&
              box.left < other.box.right &&
              Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top) > 3,
          ),
        );
        return [...outside, ...touching].map(({ text }) => text.textContent);
      }),

  /** Whether what is folded away is seen; a closed fold has a size all the same. */
  showsFolds: () => [...document.querySelectorAll('details table')].every((table) => table.checkVisibility()),

  /** What axe calls serious or critical, with the first place of each. */
  seriousFaults: async () =>
    (await globalThis.axe.run()).violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0].html}`),

  /** Texts whose contrast is too low as axe sees it, which is all that a colour scheme can change. */
  contrastFaults: async () =>
    (await globalThis.axe.run(document, { runOnly: ['color-contrast'] })).violations.flatMap(({ nodes }) =>
      nodes.map(({ html }) => html),
    ),
});
