//go:build wasip1

package main

//go:wasmexport verify
func exportVerify(ptr uint32, n int32) uint64 {
	if n > 0 && n <= int32(len(instance.in)) && ptr != address(instance.in) {
		return result(instance.deny("request", "memory"))
	}
	out := instance.verify(n)
	instance.settle()
	return result(out)
}
