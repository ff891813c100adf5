import type { TestingLibraryMatchers } from '@testing-library/jest-dom/matchers';

// jest-dom's own augmentation is for an older shape of Vitest's assertions.
declare module 'vitest' {
  interface Assertion<R, T> extends TestingLibraryMatchers<T, R> {}
}
