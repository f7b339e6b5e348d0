// What the benchmark of a proof runs in the browser: the extension's own host.
export { Engine } from '../src/engine';
export { load, show } from '../src/engine-rules';
export { pace, proveBundle } from '../src/rules-proof';
