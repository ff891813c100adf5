export { delay } from 'msw';
export { HttpResponse, http } from 'msw/http';
export { answer, at, problem } from './answers';
export { expectAccessible } from './axe';
export { renderApp } from './render-app';
export { narrowScreen } from './screen';
export { server } from './server';
export { stream } from './stream';
