import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCertificates } from './read-certificates.ts';
import { temporaryFolder } from './testing/target-servers.ts';
import { elsewhereCertificate, localhostCertificate } from './testing/test-certificates.ts';

async function fileOf(text: string): Promise<string> {
  const path = join(await temporaryFolder(), 'authority.pem');
  await writeFile(path, text);
  return path;
}

test('certificates are read without what people write between them', async () => {
  const both = [localhostCertificate.certificate, elsewhereCertificate.certificate];
  const path = await fileOf(`my own\n${both.join('and another\n')}the end`);
  expect(await readCertificates(path)).toBe(both.join(''));
});

test.each([
  ['holds no PEM certificate', 'hello'],
  ['holds no PEM certificate', ''],
  ['holds a private key', localhostCertificate.key],
  ['holds a private key', localhostCertificate.certificate + localhostCertificate.key],
  ['certificate 1 of 1', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'],
  [
    'certificate 2 of 2',
    `${localhostCertificate.certificate}${elsewhereCertificate.certificate.replace(/^M.*$/m, '')}`,
  ],
])('a file that %s is refused by its name', async (said, text) => {
  const path = await fileOf(text);
  await expect(readCertificates(path)).rejects.toMatchObject({
    code: 'ca-file',
    exitCode: 2,
    message: expect.stringMatching(new RegExp(`(?=.*${path})(?=.*${said})`)) as string,
    hint: expect.stringContaining('--ca') as string,
  });
});

test('a folder and a file that is not there are refused by their names', async () => {
  const folder = await temporaryFolder();
  await expect(readCertificates(folder)).rejects.toMatchObject({
    exitCode: 2,
    message: `${folder} is a folder, not a file of certificates`,
  });
  await expect(readCertificates(`${folder}/no.pem`)).rejects.toMatchObject({
    exitCode: 2,
    message: `there is no file ${folder}/no.pem`,
  });
});
