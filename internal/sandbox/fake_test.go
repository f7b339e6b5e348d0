package sandbox

// Bodies of a fake engine's functions, after the parameters: instructions of
// the WebAssembly core specification (1.0, chapter 5).
var (
	nothing = []byte{0x42, 0x00}                                                                   // i64.const 0
	trap    = []byte{0x00}                                                                         // unreachable
	hang    = []byte{0x03, 0x40, 0x0c, 0x00, 0x0b, 0x00}                                           // loop br 0 end unreachable
	eat     = []byte{0x03, 0x40, 0x41, 0x01, 0x40, 0x00, 0x41, 0x7f, 0x47, 0x0d, 0x00, 0x0b, 0x00} // loop memory.grow 1 until there is no more, then unreachable
	beyond  = []byte{0x42, 0xff, 0xff, 0xff, 0xff, 0x0f}                                           // i64.const 0xffffffff: 4 GB at 0
)

// fake returns a module with the exports of an engine: abi_version gives abi,
// alloc 8, check and load do as their bodies say.
func fake(abi byte, check, load []byte) []byte {
	name := func(s string, kind, index byte) []byte {
		return append(append([]byte{byte(len(s))}, s...), kind, index)
	}
	body := func(code []byte) []byte {
		return append([]byte{byte(len(code) + 2), 0}, append(code[:len(code):len(code)], 0x0b)...)
	}
	section := func(id, count byte, parts ...[]byte) []byte {
		var all []byte
		for _, p := range parts {
			all = append(all, p...)
		}
		return append([]byte{id, byte(len(all) + 1), count}, all...)
	}
	const i32, i64, fn = 0x7f, 0x7e, 0x60
	module := []byte{0, 'a', 's', 'm', 1, 0, 0, 0}
	for _, s := range [][]byte{
		section(1, 4, []byte{fn, 0, 0}, []byte{fn, 0, 1, i32}, []byte{fn, 1, i32, 1, i32}, []byte{fn, 2, i32, i32, 1, i64}),
		section(3, 5, []byte{0, 1, 2, 3, 3}),
		section(5, 1, []byte{0, 1}),
		section(7, 6, name("_initialize", 0, 0), name("abi_version", 0, 1), name("alloc", 0, 2),
			name("check", 0, 3), name("load", 0, 4), name("memory", 2, 0)),
		section(10, 5, body(nil), body([]byte{0x41, abi}), body([]byte{0x41, 8}), body(check), body(load)),
	} {
		module = append(module, s...)
	}
	return module
}
