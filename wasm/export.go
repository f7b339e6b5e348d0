//go:build wasip1

package main

import "unsafe"

// instance is the one engine of this wasm instance; calls come one at a time.
var instance = newPort()

func main() {} // a reactor's main never runs

//go:wasmexport abi_version
func exportVersion() int32 { return abiVersion }

//go:wasmexport alloc
func exportAlloc(n int32) uint32 { return address(instance.alloc(n)) }

//go:wasmexport check
func exportCheck(ptr uint32, n int32) uint64 { return asked(ptr, n, instance.answer) }

//go:wasmexport suggest
func exportSuggest(ptr uint32, n int32) uint64 { return asked(ptr, n, instance.suggest) }

// asked calls f with n bytes of the request buffer, a draft's.
func asked(ptr uint32, n int32, f func(n int32) []byte) uint64 {
	if n > 0 && n <= int32(len(instance.in)) && ptr != address(instance.in) {
		return result(instance.refuse("memory", "not the buffer of the latest alloc"))
	}
	out := f(n)
	instance.settle()
	return result(out)
}

//go:wasmexport load
func exportLoad(ptr uint32, n int32) uint64 {
	if n > 0 && ptr != address(instance.in) {
		return result(instance.report("not the buffer of the latest alloc"))
	}
	return result(instance.load(n))
}

//go:wasmexport propose
func exportPropose(ptr uint32, n int32) uint64 { return bundled(ptr, n, instance.propose) }

//go:wasmexport prove
func exportProve(ptr uint32, n int32) uint64 { return bundled(ptr, n, instance.prove) }

//go:wasmexport show
func exportShow(ptr uint32, n int32) uint64 { return bundled(ptr, n, instance.show) }

// bundled calls f with n bytes of the request buffer.
func bundled(ptr uint32, n int32, f func(n int32) []byte) uint64 {
	if n > 0 && ptr != address(instance.in) {
		return result(instance.report("not the buffer of the latest alloc"))
	}
	out := f(n)
	instance.settle()
	return result(out)
}

func address(b []byte) uint32 {
	if len(b) == 0 {
		return 0
	}
	return uint32(uintptr(unsafe.Pointer(unsafe.SliceData(b))))
}

func result(b []byte) uint64 { return uint64(address(b))<<32 | uint64(len(b)) }
