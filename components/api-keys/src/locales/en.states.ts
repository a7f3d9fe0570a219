/** What is said in place of the rows. */
export const en = {
  emptyTitle: 'Create your first key',
  emptyText: 'Your servers sign their calls to CAAS with a key. It is shown once, then stored only as a hash.',
  emptyReadOnly: 'There are no keys yet.',
  docs: 'Read how keys work',
  refusedTitle: 'These filters can’t be used',
  refusedText: 'The search holds characters that no key has. Clear the filters to see all keys.',
};
