/**
 * Certificates that sign themselves and their keys, for test servers on 127.0.0.1 alone; no server outside the tests has
 * them. Made for this repository with OpenSSL: `openssl req -new -newkey ec -nodes -addext subjectAltName=...`, then
 * `openssl ca -selfsign -startdate 20200101000000Z -enddate 21200101000000Z` (2021 for the expired one).
 */
export type TestCertificate = { readonly certificate: string; readonly key: string };

/** For localhost, 127.0.0.1 and ::1, valid until 2120. */
export const localhostCertificate: TestCertificate = {
  certificate: `-----BEGIN CERTIFICATE-----
MIIBhjCCASygAwIBAgIBATAKBggqhkjOPQQDAjAjMSEwHwYDVQQDDBhLbmVlcG9p
bnQgdGVzdCBsb2NhbGhvc3QwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAw
MDBaMCMxITAfBgNVBAMMGEtuZWVwb2ludCB0ZXN0IGxvY2FsaG9zdDBZMBMGByqG
SM49AgEGCCqGSM49AwEHA0IABMmEvUlV19L1IACOMq8W/wZZkZi9sOO1WpmIiP5x
bjlKxXYW5PMT2tuowOYg6X8+5pLyuv8wguj8ynPlR5yfuyGjTzBNMCwGA1UdEQQl
MCOCCWxvY2FsaG9zdIcEfwAAAYcQAAAAAAAAAAAAAAAAAAAAATAdBgNVHQ4EFgQU
QCA6NdOBn3JyDp53lZ7eK8xwTv8wCgYIKoZIzj0EAwIDSAAwRQIgbjT16vSpHRyq
D0l06AP9rnYPHINV9GBKEDftIeD/EXoCIQD5Z8HCvU3N3qfZRVwXmTJLDiWH71fG
GUBRr7DnSfN+ug==
-----END CERTIFICATE-----
`,
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgm48OW5ZqV7oUooa+
3OePWBzPicsx4Ykd/pkTUDVbvSuhRANCAATJhL1JVdfS9SAAjjKvFv8GWZGYvbDj
tVqZiIj+cW45SsV2FuTzE9rbqMDmIOl/PuaS8rr/MILo/Mpz5Uecn7sh
-----END PRIVATE KEY-----
`,
};

/** For a server of another name, elsewhere.test. */
export const elsewhereCertificate: TestCertificate = {
  certificate: `-----BEGIN CERTIFICATE-----
MIIBdDCCARmgAwIBAgIBATAKBggqhkjOPQQDAjAjMSEwHwYDVQQDDBhLbmVlcG9p
bnQgdGVzdCBlbHNld2hlcmUwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAw
MDBaMCMxITAfBgNVBAMMGEtuZWVwb2ludCB0ZXN0IGVsc2V3aGVyZTBZMBMGByqG
SM49AgEGCCqGSM49AwEHA0IABNt8WAu2jULUqowFDNocFbN0C7tqiiW0Otni5YGa
+fewJ3XxNpCOYO9UwOLDDsMxA8Bp7ZsQn+I93gKp4kA6d32jPDA6MBkGA1UdEQQS
MBCCDmVsc2V3aGVyZS50ZXN0MB0GA1UdDgQWBBSMzq+lZxFYp18oBx4mY7+xy29B
STAKBggqhkjOPQQDAgNJADBGAiEAl9SVhI3MO87Xq5ryBr8H7mUqyqAK2YiX2Htm
X9pcSu8CIQDSoxTIg9E+LJIwA6IsRX1gS7+3qr7rhPTAhJUjT+kwmw==
-----END CERTIFICATE-----
`,
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgQKUtkyfOMzvsXyXS
u8uUmT+79AVF5rWEQjsGlzA7fhOhRANCAATbfFgLto1C1KqMBQzaHBWzdAu7aool
tDrZ4uWBmvn3sCd18TaQjmDvVMDiww7DMQPAae2bEJ/iPd4CqeJAOnd9
-----END PRIVATE KEY-----
`,
};

/** For localhost and 127.0.0.1, but only until 2021. */
export const expiredCertificate: TestCertificate = {
  certificate: `-----BEGIN CERTIFICATE-----
MIIBgTCCASagAwIBAgIBATAKBggqhkjOPQQDAjAhMR8wHQYDVQQDDBZLbmVlcG9p
bnQgdGVzdCBleHBpcmVkMB4XDTIwMDEwMTAwMDAwMFoXDTIxMDEwMTAwMDAwMFow
ITEfMB0GA1UEAwwWS25lZXBvaW50IHRlc3QgZXhwaXJlZDBZMBMGByqGSM49AgEG
CCqGSM49AwEHA0IABMC+D2398lEqnTHZapU1eEc0mBeot1KPPJZkbSMV0Si2hZlc
CHWtO9eoXNsZUzZfloLpqwELHvSJEvv5m4PMsMOjTzBNMCwGA1UdEQQlMCOCCWxv
Y2FsaG9zdIcEfwAAAYcQAAAAAAAAAAAAAAAAAAAAATAdBgNVHQ4EFgQUbY+vps+h
46AwP6xsKkYEHXyvvRIwCgYIKoZIzj0EAwIDSQAwRgIhAKCxtF5T9tqgFNLeM6FJ
azr62mmrnMYZlaGuuPC05Z9DAiEA+QoCimO8cEOSZDQJF/RnxEls1rEKo0BUaddV
9joRmVg=
-----END CERTIFICATE-----
`,
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgsn5IKmbPdLADo49E
6Fq6qnxnE8RUkRg7PEigjKVZDbmhRANCAATAvg9t/fJRKp0x2WqVNXhHNJgXqLdS
jzyWZG0jFdEotoWZXAh1rTvXqFzbGVM2X5aC6asBCx70iRL7+ZuDzLDD
-----END PRIVATE KEY-----
`,
};
