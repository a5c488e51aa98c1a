// A thread of the render pool.
export { renderTask as default } from './render-pool';
