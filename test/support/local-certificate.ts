// A certificate that vouches for itself, for servers of tests alone: nobody trusts it, so its key is no secret.
// For localhost, 127.0.0.1 and platform.test, from 2020 to 2120.

export const LOCAL_CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBhTCCASygAwIBAgIBATAKBggqhkjOPQQDAjAcMRowGAYDVQQDDBFRb3Zlcnkg
VHJheSB0ZXN0czAgFw0yMDAxMDEwMDAwMDBaGA8yMTIwMDEwMTAwMDAwMFowHDEa
MBgGA1UEAwwRUW92ZXJ5IFRyYXkgdGVzdHMwWTATBgcqhkjOPQIBBggqhkjOPQMB
BwNCAAS0G46FnekGdkvj2hqWITiHXknN7fkIXfU94AzoQbaNSZB/yWrTXx8dzWmo
nsgAsbregze0MiskmosVS3XOQzkpo10wWzAPBgNVHRMBAf8EBTADAQH/MCkGA1Ud
EQQiMCCCCWxvY2FsaG9zdIINcGxhdGZvcm0udGVzdIcEfwAAATAdBgNVHQ4EFgQU
0P+1WSfxH5xjDQEoXXyl/gmhuwcwCgYIKoZIzj0EAwIDRwAwRAIgUYee7xnsQeiT
Zl9jZwF6WHiFd7hvpdZ3n+dO1/tlMMcCIFUu0cPUKM9gfuEIfdbS2Fz39NlyB1gv
JJHyaBibDKvm
-----END CERTIFICATE-----
`;

export const LOCAL_KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgQJK+j6MjzJ+jeuVJ
ltDFy0w3ii2gVdJMLYT9KvmZcZehRANCAAS0G46FnekGdkvj2hqWITiHXknN7fkI
XfU94AzoQbaNSZB/yWrTXx8dzWmonsgAsbregze0MiskmosVS3XOQzkp
-----END PRIVATE KEY-----
`;
