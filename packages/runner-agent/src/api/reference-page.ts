import { z } from 'zod';

const operationSchema = z.looseObject({
  summary: z.string().optional(),
  parameters: z
    .array(z.looseObject({ name: z.string(), in: z.string(), required: z.boolean().optional() }))
    .optional(),
  requestBody: z.looseObject({ content: z.record(z.string(), z.unknown()) }).optional(),
  responses: z.record(z.string(), z.looseObject({ description: z.string() })).optional(),
});
const documentSchema = z.looseObject({
  info: z.looseObject({ title: z.string(), version: z.string(), description: z.string().optional() }),
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
});
type Operation = z.infer<typeof operationSchema>;

/** The API as a page to read: no script, no style and no font from anywhere else. `document` is the OpenAPI document. */
export function referencePage(document: unknown): string {
  const { info, paths } = documentSchema.parse(document);
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => operationText(path, method, operation)),
  );
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(info.title)}</title>
<style>${style}</style></head>
<body>
<h1>${escaped(info.title)} <small>${escaped(info.version)}</small></h1>
<p>${escaped(info.description ?? '')} The same as data: <a href="openapi.json">openapi.json</a></p>
${operations.join('\n')}
</body></html>
`;
}

function operationText(path: string, method: string, operation: Operation): string {
  const parameters = (operation.parameters ?? []).map(
    ({ name, in: place, required }) =>
      `<li><code>${escaped(name)}</code> in the ${escaped(place)}${required === true ? '' : ', may be left out'}</li>`,
  );
  const responses = Object.entries(operation.responses ?? {}).map(
    ([status, { description }]) => `<li><code>${escaped(status)}</code> ${escaped(description)}</li>`,
  );
  return `<details>
<summary><b class="${escaped(method)}">${escaped(method.toUpperCase())}</b> <code>${escaped(path)}</code> ${escaped(operation.summary ?? '')}</summary>
${list('Parameters', parameters)}${schemas('Body', operation.requestBody?.content)}${list('Answers', responses)}${answers(operation)}</details>`;
}

const list = (title: string, items: readonly string[]): string =>
  items.length === 0 ? '' : `<h3>${title}</h3><ul>${items.join('')}</ul>\n`;

function answers({ responses }: Operation): string {
  const parts = Object.entries(responses ?? {}).map(([status, response]) => {
    const content = z.record(z.string(), z.unknown()).safeParse(response['content']);
    return status === 'default' || !content.success ? '' : schemas(`Answer ${status}`, content.data);
  });
  return parts.join('');
}

function schemas(title: string, content: Readonly<Record<string, unknown>> | undefined): string {
  return Object.entries(content ?? {})
    .map(([type, value]) => {
      const text = JSON.stringify(value, null, 2);
      return `<h3>${escaped(title)}, ${escaped(type)}</h3><pre>${escaped(text)}</pre>\n`;
    })
    .join('');
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}
summary{cursor:pointer;padding:.4rem 0}summary b{display:inline-block;min-width:4.5rem}h1 small{font-weight:400}
h3{font-size:1rem;margin:.8rem 0 .2rem}pre{overflow:auto;max-height:24rem;padding:.6rem;border:1px solid #8886}
details{border-bottom:1px solid #8884}ul{margin:.2rem 0}`;
