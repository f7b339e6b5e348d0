package model

// little reads a number of at most four bytes, the lowest first. encoding/binary
// would bring reflect into engine.wasm.
func little(b []byte) (n uint32) {
	for i, x := range b {
		n |= uint32(x) << (8 * i)
	}
	return n
}
