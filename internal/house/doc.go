// Package house holds tests of the house itself and no code: which package
// may import which, and what may reach engine.wasm. The arrows are those of
// the design; a new package is added here in the change that makes it.
package house
