package trust

// hexOf writes b in small hexadecimal. encoding/hex would bring fmt and os
// into engine.wasm.
func hexOf(b []byte) string {
	const digits = "0123456789abcdef"
	out := make([]byte, 0, 2*len(b))
	for _, c := range b {
		out = append(out, digits[c>>4], digits[c&15])
	}
	return string(out)
}
