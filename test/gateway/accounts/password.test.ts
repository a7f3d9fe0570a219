import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Passwords } from '../../../gateway/src/accounts/password.js';
import { ProblemError } from '../../../gateway/src/platform/problem.js';

describe('the check of passwords', () => {
  it('that had no place for an address nobody has answers no to the next one', async () => {
    const passwords = new Passwords();
    // Three at work and two hundred in the line: no place is left.
    const others = Array.from({ length: 203 }, () => passwords.hash('correct horse'));
    await assert.rejects(
      passwords.verify(null, 'guess'),
      (error) => error instanceof ProblemError && error.code === 'unavailable',
    );
    await Promise.all(others);
    assert.equal(await passwords.verify(null, 'guess'), false);
    assert.equal(await passwords.verify(null, 'nobody has this password'), false);
  });
});
