// Package sandbox runs engine.wasm under wazero, bounded in memory and time:
// the same bytes that browsers run. It knows the engine's ABI (wasm/doc.go)
// and nothing of what a verdict means.
//
// Why compiled and not interpreted: the interpreter is some thirty times
// slower. Compiling takes half a second, so machine code is kept in a folder
// of the user's cache, where the next start finds it.
//
// Why WASI at all: Go's runtime wants it. It is wazero's, with nothing granted:
// no files, no arguments, no environment, no output, a clock that only counts
// its own readings.
package sandbox
