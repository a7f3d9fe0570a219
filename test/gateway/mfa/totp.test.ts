import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { acceptedStep } from '../../../gateway/src/accounts/mfa/totp.js';
import { appCode } from '../../support/authenticator-app.js';

/** "12345678901234567890" in base 32: the secret of RFC 6238, appendix B. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
/** Seconds, and the last six of the eight digits the RFC prints for SHA-1. */
const VECTORS: [number, string][] = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
];

describe('RFC 6238', () => {
  for (const [seconds, code] of VECTORS)
    it(`${code} fits at ${seconds} s, at its own step`, () => {
      assert.equal(acceptedStep(SECRET, code, seconds * 1000), Math.floor(seconds / 30));
      assert.equal(appCode(SECRET, { at: seconds * 1000 }), code);
    });
});

describe('drift', () => {
  const at = 1_700_000_010_000;
  for (const steps of [-1, 0, 1])
    it(`of ${steps} steps is accepted, as the step it was made for`, () => {
      assert.equal(acceptedStep(SECRET, appCode(SECRET, { at, steps }), at), Math.floor(at / 30_000) + steps);
    });
  for (const steps of [-20, -2, 2, 20])
    it(`of ${steps} steps is refused`, () => {
      assert.equal(acceptedStep(SECRET, appCode(SECRET, { at, steps }), at), null);
    });

  it('refuses what is no code', () => {
    for (const code of ['', '12345', '1234567', 'abcdef', '٠٠٠٠٠٠']) assert.equal(acceptedStep(SECRET, code, at), null);
  });
});
