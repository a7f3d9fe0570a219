/** What is said where there are no keys at all. */
export const en = {
  emptyTitle: 'Create your first key',
  emptyText: 'Your servers sign their calls to CAAS with a key. It is shown once, then stored only as a hash.',
  emptyReadOnly: 'There are no keys yet.',
  docs: 'Read how keys work',
};
