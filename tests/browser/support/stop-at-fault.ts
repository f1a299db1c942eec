import { beforeEach } from 'vitest';

/** Each step of a file builds on the last: after one that failed the others would only wait out their time. */
beforeEach(({ task, skip }) => {
  const before = task.file.tasks.slice(0, task.file.tasks.indexOf(task));
  if (before.some((step) => step.result?.state === 'fail')) skip('a step before this one failed');
});
